package org.openbeat.app.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import org.openbeat.app.kernel.OpenbeatSettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Puts the {@link Shell} beside every request, error pages included, where templates find it. */
@Component
@EnableConfigurationProperties(WebSettings.class)
class ShellFilter extends OncePerRequestFilter {
    private final OpenbeatSettings settings;
    private final WebSettings web;
    private final List<NavigationItem> items;
    private final ActorSource actors;
    private final ObjectProvider<NoticeSource> notices;

    ShellFilter(
            OpenbeatSettings settings,
            WebSettings web,
            List<NavigationItem> items,
            ActorSource actors,
            ObjectProvider<NoticeSource> notices) {
        this.settings = settings;
        this.web = web;
        this.items = items.stream()
                .sorted(Comparator.comparingInt(NavigationItem::order))
                .toList();
        this.actors = actors;
        this.notices = notices;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        request.setAttribute(Shell.NAME, new Shell(request, settings, web, items, actors, notices));
        chain.doFilter(request, response);
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }
}
