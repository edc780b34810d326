package org.openbeat.app.disclosure.web;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.openbeat.app.disclosure.BeatRecord;
import org.openbeat.app.disclosure.BeatRecords;
import org.openbeat.app.disclosure.DisclosureSettings;
import org.openbeat.app.kernel.BeatCode;
import org.openbeat.app.kernel.Refusal;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The public pages of beats, the feed and the file of each. */
@Controller
class BeatController {
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final BeatRecords records;
    private final BeatFeed feed;
    private final BeatFile file;
    private final BeatWords words;
    private final DisclosureSettings settings;

    BeatController(BeatRecords records, BeatFeed feed, BeatFile file, BeatWords words, DisclosureSettings settings) {
        this.records = records;
        this.feed = feed;
        this.file = file;
        this.words = words;
        this.settings = settings;
    }

    @GetMapping("/beats")
    String list(Model model) {
        model.addAttribute("beats", records.list());
        return "disclosure/beats";
    }

    @GetMapping("/beats/{code}")
    String show(@PathVariable String code, Model model, Locale locale) {
        var found = get(code);
        model.addAttribute("found", found);
        model.addAttribute("name", found.beat().name(locale));
        model.addAttribute("words", words);
        model.addAttribute("telephone", settings.telephone());
        return "disclosure/beat";
    }

    @GetMapping("/beats/{code}/feed.atom")
    ResponseEntity<byte[]> feed(@PathVariable String code, Locale locale) {
        var found = get(code);
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.APPLICATION_ATOM_XML, StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_LANGUAGE, locale.toLanguageTag())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .lastModified(found.changed())
                .body(feed.write(found, locale));
    }

    @GetMapping("/beats/{code}/reports.csv")
    ResponseEntity<byte[]> file(@PathVariable String code, Locale locale) {
        var found = get(code);
        var name = "beat-" + found.beat().code().value() + ".csv";
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(HttpHeaders.CONTENT_LANGUAGE, locale.toLanguageTag())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(file.write(found, locale));
    }

    private BeatRecord get(String code) {
        return code(code).flatMap(records::find).orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "beat-unknown"));
    }

    private static java.util.Optional<BeatCode> code(String code) {
        try {
            return java.util.Optional.of(new BeatCode(code));
        } catch (IllegalArgumentException e) {
            return java.util.Optional.empty();
        }
    }
}
