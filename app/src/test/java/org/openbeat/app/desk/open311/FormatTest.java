package org.openbeat.app.desk.open311;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormatTest {
    private static final Answer ANSWER = new Answer.Items(
            "request",
            List.of(Answer.Fields.of()
                    .with("service_request_id", "0042")
                    .with("description", (Object) null)
                    .with("notes", "a < b & \"c\" 路灯 \u0001🚲")
                    .with("lat", 40.5)
                    .with("metadata", true)
                    .with("formats", Answer.values("format", List.of("text/xml")))));

    private static String written(Format format) {
        return new String(format.write("service_requests", ANSWER), StandardCharsets.UTF_8);
    }

    @Test
    void xml_has_wrappers_a_declaration_and_empty_elements() {
        assertThat(written(Format.XML))
                .isEqualTo("<?xml version=\"1.0\" encoding=\"utf-8\"?><service_requests><request>"
                        + "<service_request_id>0042</service_request_id><description></description>"
                        + "<notes>a &lt; b &amp; \"c\" 路灯 🚲</notes><lat>40.5</lat><metadata>true</metadata>"
                        + "<formats><format>text/xml</format></formats></request></service_requests>");
    }

    @Test
    void json_has_bare_arrays_numbers_as_strings_where_they_name_something_and_null() {
        assertThat(written(Format.JSON))
                .isEqualTo("[{\"service_request_id\":\"0042\",\"description\":null,"
                        + "\"notes\":\"a < b & \\\"c\\\" 路灯 \\u0001🚲\",\"lat\":40.5,\"metadata\":true,"
                        + "\"formats\":[\"text/xml\"]}]");
    }

    @Test
    void a_path_without_a_known_ending_is_answered_in_xml() {
        assertThat(Format.ofPath("/open311/v2/services.JSON")).isEqualTo(Format.JSON);
        assertThat(Format.ofPath("/open311/v2/services.yaml")).isEqualTo(Format.XML);
        assertThat(Format.XML.mediaType()).hasToString("text/xml;charset=UTF-8");
        assertThat(Format.JSON.mediaType()).hasToString("application/json;charset=UTF-8");
    }
}
