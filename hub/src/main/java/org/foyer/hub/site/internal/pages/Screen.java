package org.foyer.hub.site.internal.pages;

import io.quarkus.qute.Engine;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Shows a view in its frame. Pages hold private figures, so nobody keeps a copy of them. */
@ApplicationScoped
public class Screen {

    private final Engine engine;

    @Inject
    public Screen(Engine engine) {
        this.engine = engine;
    }

    /** The page as HTML. */
    public String html(String template, Frame frame, Object view) {
        Template found = engine.getTemplate(template);
        if (found == null) {
            throw new IllegalArgumentException("no template " + template);
        }
        return found.instance()
                .setLocale(frame.language().locale())
                .data("frame", frame)
                .data("view", view)
                .render();
    }

    /** The page as an answer that is not kept. */
    public Response show(String template, Frame frame, Object view) {
        return show(200, template, frame, view);
    }

    public Response show(int status, String template, Frame frame, Object view) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .header("Cache-Control", "no-store")
                .header("Content-Language", frame.language().code())
                .header("Vary", "Cookie, Accept-Language")
                .entity(html(template, frame, view))
                .build();
    }
}
