package org.foyer.hub.site.internal.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.foyer.hub.insight.SurveyBank;
import org.foyer.hub.insight.Surveys;

/** The questions of all surveys, for anyone. */
@Path("/api/survey-questions")
@Produces(MediaType.APPLICATION_JSON)
public class SurveyQuestionsResource {

    private final Surveys surveys;

    @Inject
    public SurveyQuestionsResource(Surveys surveys) {
        this.surveys = surveys;
    }

    /** The core that every house asks, what a house may add, and the codes of the answers. */
    @GET
    public SurveyBank questions() {
        return surveys.bank();
    }
}
