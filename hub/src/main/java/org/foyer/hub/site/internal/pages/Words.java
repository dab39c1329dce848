package org.foyer.hub.site.internal.pages;

import io.quarkus.qute.EngineConfiguration;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.NamespaceResolver;
import io.quarkus.qute.TemplateInstance;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The words of the pages inside templates: {@code {t:home_title}} is the message of that key in the language of the
 * template instance. Messages that need arguments are written in Java, where a view is composed.
 */
@EngineConfiguration
public class Words implements NamespaceResolver {

    @Override
    public String getNamespace() {
        return "t";
    }

    @Override
    public CompletionStage<Object> resolve(EvalContext context) {
        Object locale = context.getAttribute(TemplateInstance.LOCALE);
        Language language = Language.of(locale instanceof Locale asked ? asked : Locale.FRENCH);
        return CompletableFuture.completedFuture(language.say(context.getName()));
    }
}
