package org.prakat.common.event;

import java.util.List;
import java.util.Objects;

/**
 * The reasons for which an office refuses or returns a request, in the order in which they are offered.
 *
 * @param id the office's
 */
public record ReasonsDefined(String id, long version, List<Reason> reasons) implements ReferenceEvent {

    /**
     * One reason.
     *
     * @param code upper case words joined by underscores
     * @param active whether it is still offered
     */
    public record Reason(String code, Text text, boolean active) {

        public Reason {
            Objects.requireNonNull(code, "code");
            Objects.requireNonNull(text, "text");
        }
    }

    public ReasonsDefined {
        Objects.requireNonNull(id, "id");
        reasons = List.copyOf(reasons);
    }

    /** The procedure's own examples, and what offices refuse for most. */
    public static ReasonsDefined ofTheProcedure(String office) {
        return new ReasonsDefined(
                office,
                0,
                List.of(
                        reason("NOT_OUR_MISSION", "ไม่ตรงหรือไม่เกี่ยวข้องกับภารกิจของหน่วยงาน", "Not our mission"),
                        reason(
                                "FILE_FORMAT_NOT_PERMITTED",
                                "ไม่ถูกต้องตามรูปแบบไฟล์ข้อมูลที่อนุญาต",
                                "File format not permitted"),
                        reason("INCORRECT", "ข้อมูลไม่ถูกต้อง", "Incorrect"),
                        reason("OUT_OF_DATE", "ข้อมูลไม่เป็นปัจจุบัน", "Out of date"),
                        reason("INCOMPLETE", "ข้อมูลไม่ครบถ้วน", "Incomplete"),
                        reason("SOURCE_MISSING", "ไม่ระบุแหล่งที่มาของข้อมูล", "Source missing"),
                        reason("PERSONAL_DATA", "มีข้อมูลส่วนบุคคล", "Personal data"),
                        reason("COPYRIGHT", "ติดลิขสิทธิ์", "Copyright"),
                        reason("DUPLICATE", "ซ้ำกับข้อมูลที่มีอยู่แล้ว", "Duplicate"),
                        reason("OTHER", "อื่น ๆ", "Other")));
    }

    private static Reason reason(String code, String th, String en) {
        return new Reason(code, new Text(th, en), true);
    }

    /** Whether it is offered today. */
    public boolean offers(String code) {
        return reasons.stream()
                .anyMatch(reason -> reason.active() && reason.code().equals(code));
    }

    @Override
    public String subject() {
        return "reasons/" + id;
    }
}
