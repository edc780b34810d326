package org.openbeat.app.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.openbeat.app.kernel.Refusal;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The page of each type of problem, and the answer to what failed outside any handler. */
@Controller
class ProblemController implements ErrorController {
    private final Problems problems;
    private final ProblemTypes types;

    ProblemController(Problems problems, ProblemTypes types) {
        this.problems = problems;
        this.types = types;
    }

    @GetMapping("/problems")
    String list(Model model, Locale locale) {
        model.addAttribute("types", types.titles(locale));
        return "web/problems";
    }

    @GetMapping("/problems/{type}")
    String explain(@PathVariable String type, Model model, Locale locale) {
        if (!types.all().contains(type)) {
            throw new Refusal(Refusal.Kind.NOT_FOUND, "not-found");
        }
        model.addAttribute("title", problems.title(type, locale));
        model.addAttribute("detail", types.explanation(type, locale));
        return "web/problem-type";
    }

    @RequestMapping("/error")
    Object error(HttpServletRequest request, HttpServletResponse response) {
        return problems.answer(carried(request), request, response);
    }

    private Problem carried(HttpServletRequest request) {
        if (request.getAttribute(Problem.ATTRIBUTE) instanceof Problem problem) {
            return problem;
        }
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure) {
            return problems.diagnose(failure);
        }
        // Asked for directly, this path is a page that does not exist.
        return Problem.ofStatus(
                request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status ? status : 404);
    }
}
