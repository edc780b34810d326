package org.openbeat.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openbeat.app.kernel.Refusal;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.mock.http.MockHttpInputMessage;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

class DiagnosisTest {

    @ParameterizedTest
    @EnumSource
    void every_kind_of_refusal_has_a_status_of_its_client(Refusal.Kind kind) {
        var problem = Diagnosis.of(new Refusal(kind, "some-type", 7));
        assertThat(problem.status()).isBetween(400, 503).isNotEqualTo(500);
        assertThat(problem.type()).isEqualTo("some-type");
        assertThat(problem.arguments()).containsExactly(7);
    }

    @Test
    void a_path_that_does_not_fit_its_variable_names_nothing() throws Exception {
        assertThat(Diagnosis.of(mismatch(0)).status()).isEqualTo(404);
    }

    @Test
    void a_parameter_that_does_not_fit_is_named() throws Exception {
        var problem = Diagnosis.of(mismatch(1));
        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.faults())
                .singleElement()
                .extracting(Problem.Fault::field)
                .isEqualTo("page");
    }

    @Test
    void a_method_that_is_not_offered_names_those_that_are() {
        var problem = Diagnosis.of(new HttpRequestMethodNotSupportedException("PUT", Set.of("GET")));
        assertThat(problem.type()).isEqualTo("method-not-allowed");
        assertThat(problem.headers().getFirst(HttpHeaders.ALLOW)).isEqualTo("GET");
    }

    @Test
    void what_is_missing_unreadable_too_large_or_of_another_kind_is_told_apart() {
        HttpInputMessage body = new MockHttpInputMessage(new byte[0]);
        assertThat(Diagnosis.of(new MissingServletRequestParameterException("place", "String"))
                        .type())
                .isEqualTo("invalid-input");
        assertThat(Diagnosis.of(new HttpMessageNotReadableException("cut off", body))
                        .type())
                .isEqualTo("unreadable-body");
        assertThat(Diagnosis.of(new MaxUploadSizeExceededException(1)).status()).isEqualTo(413);
        assertThat(Diagnosis.of(new HttpMediaTypeNotSupportedException("no")).status())
                .isEqualTo(415);
    }

    @Test
    void every_field_in_error_is_named() {
        var result = new BeanPropertyBindingResult(new Form("x"), "form");
        result.rejectValue("name", "code", "Enter a name.");
        result.reject("whole", "These do not go together.");
        var problem = Diagnosis.of(new BindException(result));
        assertThat(problem.faults()).extracting(Problem.Fault::field).containsExactlyInAnyOrder("name", "");
    }

    @Test
    void what_nobody_foresaw_is_ours() {
        assertThat(Diagnosis.of(new IllegalStateException("bug")).isOurs()).isTrue();
    }

    private static MethodArgumentTypeMismatchException mismatch(int index) throws NoSuchMethodException {
        Method handler = DiagnosisTest.class.getDeclaredMethod("handler", int.class, int.class);
        var parameter = new MethodParameter(handler, index);
        return new MethodArgumentTypeMismatchException(
                "12 ", int.class, index == 0 ? "id" : "page", parameter, new NumberFormatException());
    }

    @SuppressWarnings("unused")
    private static void handler(@PathVariable int id, @RequestParam int page) {}

    private record Form(String name) {}
}
