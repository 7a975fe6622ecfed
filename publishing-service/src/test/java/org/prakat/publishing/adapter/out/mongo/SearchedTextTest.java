package org.prakat.publishing.adapter.out.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchedTextTest {

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "ปี ๒๕๗๐|ปี 2570|Thai digits",
                "รายงาน COVID-19|รายงาน covid 19|capital letters and punctuation",
                "ＣＯＶＩＤ|covid|full-width letters",
                "ก\u0E48\u0E35|ก\u0E35\u0E48|a tone mark typed before its vowel",
                "น\u0E49\u0E4D\u0E32|น้ำ|an AM typed in two parts after the tone mark",
                "น\u0E4D\u0E49\u0E32|น้ำ|an AM typed in two parts around the tone mark",
                "เเผนงาน|แผนงาน|two SARA E for one SARA AE",
                "ก\u0E48\u0E48|ก\u0E48|a mark typed twice",
                "ไข้\u200Bเลือด\u200Bออก|ไข้เลือดออก|zero-width spaces",
                "\uFEFFข่าว\u00AD|ข่าว|a byte order mark and a soft hyphen",
                "'  รายงาน \t ประจำเดือน '|รายงาน ประจำเดือน|blanks"
            })
    void whatLooksTheSameIsTheSame(String written, String searched, String why) {
        assertThat(SearchedText.of(written)).hasToString(searched);
    }

    @Test
    void aQueryWithoutSpacesIsCutIntoWords() {
        assertThat(SearchedText.of("ราคากลางและจังหวัดเลย").words())
                .as("nothing is left out as too common, least of all the province")
                .contains("ราคา", "กลาง", "จังหวัด", "เลย");
        assertThat(SearchedText.of("แผน 2570/12").words()).containsExactly("แผน", "2570", "12");
        assertThat(SearchedText.of(" .*/ ").words()).isEmpty();
    }

    @Test
    void theIndexHasEveryThreeCharactersThatFollowOneAnotherAndAtMostSoMany() {
        assertThat(SearchedText.of("abcd ef ghi").grams(100)).containsExactly("abc", "bcd", "ghi");
        assertThat(SearchedText.of("abcdef").grams(2)).containsExactly("abc", "bcd");
        assertThat(SearchedText.of("aaaaaa").grams(100)).containsExactly("aaa");
    }
}
