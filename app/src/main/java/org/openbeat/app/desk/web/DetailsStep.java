package org.openbeat.app.desk.web;

import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.util.Optional;
import java.util.UUID;
import org.openbeat.app.desk.Categories;
import org.openbeat.app.desk.Category;
import org.openbeat.app.desk.Category.Question;
import org.openbeat.app.desk.NewReport;
import org.openbeat.app.desk.PhotoId;
import org.openbeat.app.desk.draft.Drafts;
import org.openbeat.app.desk.photo.Photos;
import org.openbeat.app.kernel.OpenbeatSettings;
import org.openbeat.app.kernel.Refusal;
import org.openbeat.app.kernel.Refusal.Kind;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Third page of the wizard: what happened, pictures, and who tells it. Whatever was typed is kept, fit or not. */
@Controller
class DetailsStep {
    private static final String PAGE = "desk/report-details";

    private final Categories categories;
    private final Drafts drafts;
    private final Photos photos;
    private final OpenbeatSettings settings;
    private final Clock clock;

    DetailsStep(Categories categories, Drafts drafts, Photos photos, OpenbeatSettings settings, Clock clock) {
        this.categories = categories;
        this.drafts = drafts;
        this.photos = photos;
        this.settings = settings;
        this.clock = clock;
    }

    /** Filled with what is kept, so that a page which does not show a field does not wipe it either. */
    @ModelAttribute("form")
    DetailsForm form(OpenDraft open) {
        return DetailsForm.of(open.draft());
    }

    @GetMapping("/report/details")
    String ask(OpenDraft open, Model model) {
        if (!open.draft().place().settled()) {
            return "redirect:/report/where";
        }
        return page(open, model);
    }

    @PostMapping("/report/details")
    String answer(OpenDraft open, @ModelAttribute("form") DetailsForm form, BindingResult errors, Model model) {
        var category = category(open);
        var next = form.getWish().equals("next");
        if (next) {
            check(form, category, errors);
        }
        photoId(form.getRemove()).ifPresent(id -> photos.remove(open.hash(), id));
        form.getPhotos().stream().filter(file -> !file.isEmpty()).forEach(file -> keep(open, file, errors));
        var settled = next && !errors.hasErrors();
        drafts.save(open.token(), open.draft().saying(form.details(settled), form.person()));
        return settled ? "redirect:/report/check" : page(open, model);
    }

    /** For scripts: one picture at a time, while the rest is still being typed. 201 for a new one, 204 for a known. */
    @PostMapping("/report/photos")
    ResponseEntity<Void> upload(OpenDraft open, @RequestParam MultipartFile photo) throws IOException {
        int before = photos.ofDraft(open.hash()).size();
        photos.add(open.hash(), photo.getBytes(), NewReport.MOST_PHOTOS);
        boolean added = photos.ofDraft(open.hash()).size() > before;
        return ResponseEntity.status(added ? HttpStatus.CREATED : HttpStatus.NO_CONTENT)
                .build();
    }

    @GetMapping("/report/photos/{id}")
    ResponseEntity<byte[]> photo(OpenDraft open, @PathVariable String id) {
        return photoId(id)
                .flatMap(photo -> photos.findOfDraft(open.hash(), photo, Photos.Size.SMALL))
                .map(PhotoAnswer::of)
                .orElseThrow(() -> new Refusal(Kind.NOT_FOUND, "photo-unknown"));
    }

    static Optional<PhotoId> photoId(String text) {
        try {
            return text.length() == 36 ? Optional.of(new PhotoId(UUID.fromString(text))) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void keep(OpenDraft open, MultipartFile file, BindingResult errors) {
        try {
            photos.add(open.hash(), file.getBytes(), NewReport.MOST_PHOTOS);
        } catch (Refusal refusal) {
            errors.rejectValue("photos", "problem." + refusal.type() + ".detail", refusal.arguments(), null);
        } catch (IOException e) {
            errors.rejectValue("photos", "problem.photo-unreadable.detail");
        }
    }

    private void check(DetailsForm form, Category category, BindingResult errors) {
        if (form.getDescription().isBlank()) {
            errors.rejectValue("description", "desk.details.description.missing");
        }
        tooLong(form.getDescription(), NewReport.LONGEST_DESCRIPTION, "description", errors);
        tooLong(form.getName(), 100, "name", errors);
        tooLong(form.getEmail(), 200, "email", errors);
        tooLong(form.getPhone(), 40, "phone", errors);
        if (!form.getEmail().isBlank() && !form.getEmail().strip().matches("[^@\\s]+@[^@\\s]+")) {
            errors.rejectValue("email", "desk.details.email.unfit");
        }
        checkTime(form, errors);
        category.questions().forEach(question -> check(question, form, errors));
    }

    private void checkTime(DetailsForm form, BindingResult errors) {
        try {
            var occurred = DraftReport.occurred(form.getDay(), form.getTime(), settings.zone());
            if (occurred != null && !form.getTime().isBlank() && occurred.isAfter(clock.instant())) {
                errors.rejectValue("day", "desk.details.day.future");
            }
        } catch (DateTimeException e) {
            errors.rejectValue("day", "desk.details.day.unfit");
        }
    }

    private static void check(Question question, DetailsForm form, BindingResult errors) {
        var field = "answers[" + question.code() + "]";
        var given = form.answer(question.code());
        if (question.required() && given.isBlank()) {
            errors.rejectValue(field, "desk.details.answer.missing");
        }
        tooLong(given, 1_000, field, errors);
        if (question.type() == Category.Type.NUMBER
                && !given.isBlank()
                && !given.strip().matches("-?[0-9]{1,12}([.,][0-9]{1,6})?")) {
            errors.rejectValue(field, "desk.details.answer.number");
        }
    }

    private static void tooLong(String text, int longest, String field, BindingResult errors) {
        if (text.codePointCount(0, text.length()) > longest) {
            errors.rejectValue(field, "desk.error.too-long", new Object[] {longest}, null);
        }
    }

    private Category category(OpenDraft open) {
        return categories.get(String.valueOf(open.draft().category()));
    }

    private String page(OpenDraft open, Model model) {
        model.addAttribute("category", category(open));
        model.addAttribute("stored", photos.ofDraft(open.hash()));
        model.addAttribute("draftId", open.id());
        model.addAttribute("most", NewReport.MOST_PHOTOS);
        return PAGE;
    }
}
