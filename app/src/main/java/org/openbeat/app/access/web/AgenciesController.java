package org.openbeat.app.access.web;

import java.util.Locale;
import java.util.regex.Pattern;
import org.openbeat.app.access.Access;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Administrators' page of the tree of agencies, from their own down. */
@Controller
@RequestMapping("/admin/agencies")
class AgenciesController {
    private static final int LONGEST = 100;

    private final Access access;

    AgenciesController(Access access) {
        this.access = access;
    }

    /** A new agency: under which one, its short name in addresses, and how people call it. */
    record AgencyForm(String parent, String word, String name, String nameZh) {
        private static final Pattern WORD = Pattern.compile("[a-z0-9-]{1,40}");
        static final AgencyForm EMPTY = new AgencyForm("", "", "", "");

        AgencyForm {
            parent = parent == null ? "" : parent.strip();
            word = word == null ? "" : word.strip().toLowerCase(Locale.ROOT);
            name = name == null ? "" : name.strip();
            nameZh = nameZh == null ? "" : nameZh.strip();
        }
    }

    @GetMapping
    String list(Actor actor, Model model, Locale locale) {
        model.addAttribute("form", AgencyForm.EMPTY);
        return page(actor, model, locale);
    }

    @PostMapping
    String add(
            Actor actor,
            @ModelAttribute("form") AgencyForm form,
            BindingResult errors,
            Model model,
            Locale locale,
            RedirectAttributes after) {
        var parents = AgencyChoices.within(access, actor, locale);
        check(form, parents.containsKey(form.parent()), errors);
        if (!errors.hasErrors()) {
            add(actor, form, errors);
        }
        if (errors.hasErrors()) {
            return page(actor, model, locale);
        }
        after.addFlashAttribute("notice", "access.agencies.added");
        return "redirect:/admin/agencies";
    }

    private static void check(AgencyForm form, boolean hasParent, BindingResult errors) {
        if (!hasParent) {
            errors.rejectValue("parent", "access.accounts.agency.missing");
        }
        if (!AgencyForm.WORD.matcher(form.word()).matches()
                || form.parent().length() + form.word().length() >= LONGEST) {
            errors.rejectValue("word", "access.agencies.word.unfit");
        }
        if (form.name().isEmpty()
                || form.name().length() > LONGEST
                || form.nameZh().length() > LONGEST) {
            errors.rejectValue("name", "access.accounts.name.missing");
        }
    }

    private void add(Actor actor, AgencyForm form, BindingResult errors) {
        try {
            var id = new AgencyId(form.parent() + "/" + form.word());
            access.addAgency(actor, id, form.name(), form.nameZh().isEmpty() ? null : form.nameZh());
        } catch (DuplicateKeyException e) {
            errors.rejectValue("word", "access.agencies.word.taken");
        }
    }

    private String page(Actor actor, Model model, Locale locale) {
        model.addAttribute("agencies", AgencyChoices.within(access, actor, locale));
        return "access/agencies";
    }
}
