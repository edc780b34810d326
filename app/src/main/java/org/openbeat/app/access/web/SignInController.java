package org.openbeat.app.access.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The sign-in page and the first page of staff. */
@Controller
class SignInController {

    @GetMapping("/sign-in")
    String signIn() {
        return "access/sign-in";
    }

    @GetMapping("/staff")
    String staff() {
        return "access/staff";
    }
}
