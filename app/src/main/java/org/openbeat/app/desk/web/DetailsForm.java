package org.openbeat.app.desk.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.desk.draft.Draft;
import org.springframework.web.multipart.MultipartFile;

/** What the page of the details sends. */
class DetailsForm {
    private String description = "";
    private String day = "";
    private String time = "";
    private Map<String, @Nullable String> answers = new LinkedHashMap<>();
    private boolean neighboursMayRead;
    private String name = "";
    private String email = "";
    private String phone = "";
    private boolean nameHidden;
    private List<MultipartFile> photos = List.of();
    private String wish = "next";
    private String remove = "";

    static DetailsForm of(Draft draft) {
        var form = new DetailsForm();
        form.description = draft.details().description();
        form.day = draft.details().day();
        form.time = draft.details().time();
        draft.details().answers().forEach((code, values) -> form.answers.put(code, String.join(",", values)));
        form.neighboursMayRead = draft.details().neighboursMayRead();
        form.name = draft.person().name();
        form.email = draft.person().email();
        form.phone = draft.person().phone();
        form.nameHidden = draft.person().nameHidden();
        return form;
    }

    Draft.Details details(boolean settled) {
        var kept = new TreeMap<String, List<String>>();
        answers.forEach((code, given) -> kept.put(code, given == null || given.isBlank() ? List.of() : List.of(given)));
        return new Draft.Details(description, day, time, kept, neighboursMayRead, settled);
    }

    Draft.Person person() {
        return new Draft.Person(name, email, phone, nameHidden);
    }

    /** Which options of a question with several answers are ticked. */
    public List<String> ticked(String question) {
        return Arrays.asList(answer(question).split(","));
    }

    /** What was answered to a question; empty when nothing was, or when every tick was taken away. */
    String answer(String question) {
        var given = answers.get(question);
        return given == null ? "" : given;
    }

    public String getDescription() {
        return description;
    }

    public void setDescription(String description) {
        this.description = description;
    }

    public String getDay() {
        return day;
    }

    public void setDay(String day) {
        this.day = day;
    }

    public String getTime() {
        return time;
    }

    public void setTime(String time) {
        this.time = time;
    }

    public Map<String, @Nullable String> getAnswers() {
        return answers;
    }

    public void setAnswers(Map<String, @Nullable String> answers) {
        this.answers = answers;
    }

    public boolean isNeighboursMayRead() {
        return neighboursMayRead;
    }

    public void setNeighboursMayRead(boolean neighboursMayRead) {
        this.neighboursMayRead = neighboursMayRead;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getPhone() {
        return phone;
    }

    public void setPhone(String phone) {
        this.phone = phone;
    }

    public boolean isNameHidden() {
        return nameHidden;
    }

    public void setNameHidden(boolean nameHidden) {
        this.nameHidden = nameHidden;
    }

    public List<MultipartFile> getPhotos() {
        return photos;
    }

    public void setPhotos(List<MultipartFile> photos) {
        this.photos = photos;
    }

    public String getWish() {
        return wish;
    }

    public void setWish(String wish) {
        this.wish = wish;
    }

    public String getRemove() {
        return remove;
    }

    public void setRemove(String remove) {
        this.remove = remove;
    }
}
