package org.openbeat.app.access;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Values that no honest form sends: a list learned from faults of web applications, and generated ones. */
final class HostileInputs {

    /** The list. Each stands for a kind of fault. */
    static final List<String> SEEDS = List.of(
            "",
            " ",
            "\t\r\n",
            "null",
            "undefined",
            "true",
            "0",
            "-1",
            "1e309",
            "NaN",
            "-Infinity",
            "9223372036854775808",
            "-9223372036854775809",
            "99999999999999999999999999999999",
            "0x1F",
            "1,5",
            "١٢٣",
            "12 ",
            "1; drop table report",
            "' or '1'='1",
            "\" or \"\"=\"",
            "%' escape '!",
            "\\",
            "%",
            "_",
            "../../../../etc/passwd",
            "..%2f..%2fetc%2fpasswd",
            "C:\\Windows\\win.ini",
            "file:///etc/passwd",
            "http://127.0.0.1:1/",
            "javascript:alert(1)",
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "&lt;b&gt;&#0;",
            "${7*7}",
            "#{7*7}",
            "*{T(java.lang.Runtime).getRuntime()}",
            "__${new java.util.Date()}__::.x",
            "{{7*7}}",
            "{\"a\":{\"b\":[]}}",
            "[[[[[[[[[[[[[[[[[[[[",
            "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>",
            "\u0000",
            "a\u0000b",
            "\u0001\u0002\u001f",
            "\u007f\u0080\u009f",
            "\ufeff\ufffe",
            "\u202egnirts",
            "\u200b\u200d",
            "e\u0301\u0301\u0301\u0301\u0301",
            "𝕬𝖇𝖈😀👩‍👩‍👧‍👦",
            "中文地址与路口",
            "ß ı İ ſ",
            "2026-02-30T25:61:61Z",
            "2026-11-01T01:30:00",
            "-999999999-01-01T00:00:00Z",
            "+999999999-12-31T23:59:59Z",
            "0000-00-00",
            "00000000-0000-0000-0000-000000000000",
            "not-a-uuid",
            "1-1-1-1-1",
            "91,181",
            "NaN,NaN",
            "a=b&a=c&a[]=d",
            "a;b=c",
            "x".repeat(300),
            "y".repeat(5_000),
            "0".repeat(400),
            "(".repeat(200),
            "a ".repeat(1_500),
            "=cmd|' /C calc'!A0",
            "\r\nSet-Cookie: x=y",
            "%0d%0aX: y");

    private static final String[] PIECES = {
        "a", "Z", "0", "-", ".", "/", "\\", "%", "&", "=", "?", "#", "\"", "'", "<", ">", "{", "}", "[", "]", "(", ")",
        ";", ":", ",", "+", "*", "$", "@", "!", "\n", "\u0000", "\u0007", "é", "ü", "中", "😀", "\u202e", "\ufffd", " "
    };

    private final RandomGenerator random;

    HostileInputs(RandomGenerator random) {
        this.random = random;
    }

    String next() {
        return switch (random.nextInt(6)) {
            case 0, 1 -> SEEDS.get(random.nextInt(SEEDS.size()));
            case 2 -> Long.toString(random.nextLong() >> random.nextInt(64));
            case 3 -> Double.toString(Double.longBitsToDouble(random.nextLong()));
            case 4 -> SEEDS.get(random.nextInt(SEEDS.size())) + SEEDS.get(random.nextInt(SEEDS.size()));
            default -> pieces(random.nextInt(1, 60));
        };
    }

    private String pieces(int count) {
        var text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    /** JSON that is cut, too deep, of the wrong type, or right in form and wrong in every value. */
    String json(List<String> names) {
        return switch (random.nextInt(6)) {
            case 0 -> "{\"a\":";
            case 1 -> "[".repeat(random.nextInt(1, 3_000));
            case 2 -> next();
            case 3 -> "\"" + names + "\"";
            default -> object(names);
        };
    }

    private String object(List<String> names) {
        var members = new ArrayList<String>();
        for (var name : names) {
            members.add("\"" + name + "\":" + value());
        }
        return "{" + String.join(",", members) + "}";
    }

    private String value() {
        return switch (random.nextInt(5)) {
            case 0 -> "null";
            case 1 -> "[1,{\"x\":null}]";
            case 2 -> "{\"value\":1e400}";
            case 3 -> Long.toString(random.nextLong());
            default -> quoted(next());
        };
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            quoted.append(String.format("\\u%04x", (int) c));
        }
        return quoted.append('"').toString();
    }
}
