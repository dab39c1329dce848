package org.foyer.hub.site.internal.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.bootstrap.logging.InitialConfigurator;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Handler;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.ExtLogRecord;

/** Writes each line of the log as one JSON object, when the setting {@code foyer.log.json} says so. */
@Singleton
public class JsonLog {

    private final boolean wanted;

    @Inject
    public JsonLog(@ConfigProperty(name = "foyer.log.json", defaultValue = "false") boolean wanted) {
        this.wanted = wanted;
    }

    void start(@Observes StartupEvent event) {
        if (wanted) {
            for (Handler handler : InitialConfigurator.DELAYED_HANDLER.getHandlers()) {
                handler.setFormatter(new Line());
            }
        }
    }

    static final class Line extends ExtFormatter {

        private static final ObjectMapper JSON = new ObjectMapper();

        @Override
        public String format(ExtLogRecord record) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("at", record.getInstant().toString());
            line.put("level", record.getLevel().getName());
            line.put("logger", record.getLoggerName());
            line.put("thread", record.getThreadName());
            line.put("message", record.getFormattedMessage());
            if (record.getThrown() != null) {
                StringWriter trace = new StringWriter();
                record.getThrown().printStackTrace(new PrintWriter(trace));
                line.put("trace", trace.toString());
            }
            try {
                return JSON.writeValueAsString(line) + "\n";
            } catch (JsonProcessingException e) {
                return "{\"message\": \"unwritable log line\"}\n";
            }
        }
    }
}
