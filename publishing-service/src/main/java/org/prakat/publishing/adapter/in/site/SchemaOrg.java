package org.prakat.publishing.adapter.in.site;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.prakat.common.domain.Page;
import org.prakat.common.event.Text;
import tools.jackson.databind.json.JsonMapper;

/**
 * Describes items in the words of schema.org as JSON-LD, for search engines and catalogues of open data. Members keep
 * their order, because that of {@link Map#of} differs from process to process: the same page from another replica, or
 * after a restart, would have another entity tag.
 */
final class SchemaOrg {

    /** A file of one of these makes the item a data set; else it is a document. */
    private static final Set<String> DATA = Set.of("csv", "tsv", "json", "xml", "xls", "xlsx", "ods", "geojson", "zip");

    private final SiteNames names;
    private final SiteAddress address;
    private final JsonMapper json;

    SchemaOrg(SiteNames names, SiteAddress address, JsonMapper json) {
        this.names = names;
        this.address = address;
        this.json = json;
    }

    Map<String, Object> item(ItemView item) {
        boolean dataset = item.files().stream().anyMatch(file -> DATA.contains(file.extension()));
        Map<String, Object> thing = new LinkedHashMap<>();
        thing.put("@context", "https://schema.org");
        thing.put("@type", dataset ? "Dataset" : "DigitalDocument");
        thing.put("@id", address.of(item.address()));
        thing.put("url", address.of(item.address()));
        thing.put("identifier", item.id());
        thing.put("name", item.title());
        thing.put("description", item.summary());
        thing.put("inLanguage", "th");
        thing.put("creditText", item.source());
        thing.put(
                "temporalCoverage",
                item.dataPeriod().start() + "/" + item.dataPeriod().end());
        thing.put("datePublished", item.publishedFrom().toString());
        thing.put("dateModified", item.lastChanged().toString());
        if (item.expiresAt() != null) {
            thing.put("expires", item.expiresAt().toString());
        }
        thing.put(
                "keywords",
                List.of(item.categoryName().th(), item.categoryName().en()));
        thing.put("isAccessibleForFree", true);
        thing.put("publisher", office());
        thing.put("creator", office());
        if (item.externalLink() != null) {
            thing.put("citation", item.externalLink());
        }
        if (!item.files().isEmpty()) {
            thing.put(
                    dataset ? "distribution" : "associatedMedia",
                    item.files().stream()
                            .map(file -> file(file, dataset ? "DataDownload" : "MediaObject"))
                            .toList());
        }
        return thing;
    }

    private Map<String, Object> file(ItemView.FileView file, String type) {
        Map<String, Object> thing = new LinkedHashMap<>();
        thing.put("@type", type);
        thing.put("name", file.fileName());
        thing.put("position", file.order());
        thing.put("encodingFormat", file.mediaType());
        thing.put("contentSize", file.size() + " B");
        thing.put("sha256", file.sha256());
        thing.put("contentUrl", address.of(file.address()));
        return thing;
    }

    private Map<String, Object> office() {
        Text name = names.office();
        Map<String, Object> thing = new LinkedHashMap<>();
        thing.put("@type", "GovernmentOrganization");
        thing.put("name", name.th());
        thing.put("alternateName", name.en());
        return thing;
    }

    Map<String, Object> list(Page<ItemView> page) {
        List<Map<String, Object>> elements =
                page.items().stream().map(this::item).toList();
        Map<String, Object> thing = new LinkedHashMap<>();
        thing.put("@context", "https://schema.org");
        thing.put("@type", "ItemList");
        thing.put("itemListElement", elements);
        return thing;
    }

    /** The same to stand in a page, where nothing may look like the end of the block. */
    String dataBlock(ItemView item) {
        return json.writeValueAsString(item(item)).replace("<", "\\u003c");
    }
}
