package org.openbeat.app.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import org.openbeat.app.kernel.Refusal;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/** Holds bodies to the limit of size, and JSON in them to text that can be stored, whatever type they are read into. */
@ControllerAdvice
class JsonBodies extends RequestBodyAdviceAdapter {
    private final WebSettings settings;

    JsonBodies(WebSettings settings) {
        this.settings = settings;
    }

    @Override
    public boolean supports(
            MethodParameter parameter, Type target, Class<? extends HttpMessageConverter<?>> converterType) {
        return true;
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage message,
            MethodParameter parameter,
            Type target,
            Class<? extends HttpMessageConverter<?>> converterType)
            throws IOException {
        int limit = (int) settings.maxBody().toBytes();
        var body = message.getBody().readNBytes(limit + 1);
        if (body.length > limit) {
            throw new Refusal(Refusal.Kind.TOO_LARGE, "too-large");
        }
        var type = message.getHeaders().getContentType();
        if (type != null && type.getSubtype().contains("json")) {
            StorableText.require(unescaped(new String(body, StandardCharsets.UTF_8)));
        }
        return new Body(message.getHeaders(), new ByteArrayInputStream(body));
    }

    /** The text with its {@code \}{@code uXXXX} escapes undone (RFC 8259, 7); other escapes name no such character. */
    static CharSequence unescaped(String json) {
        if (json.indexOf('\\') < 0) {
            return json;
        }
        var plain = new StringBuilder(json.length());
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c != '\\' || i + 1 == json.length()) {
                plain.append(c);
            } else if (json.charAt(i + 1) == 'u' && i + 5 < json.length()) {
                plain.append(hex(json, i + 2));
                i += 5;
            } else {
                plain.append(' ');
                i++; // An escaped backslash does not begin an escape itself.
            }
        }
        return plain;
    }

    private static char hex(String json, int from) {
        try {
            return (char) Integer.parseUnsignedInt(json, from, from + 4, 16);
        } catch (NumberFormatException e) {
            return ' '; // The parser will refuse it.
        }
    }

    private record Body(HttpHeaders headers, InputStream body) implements HttpInputMessage {
        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }

        @Override
        public InputStream getBody() {
            return body;
        }
    }
}
