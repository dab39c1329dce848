package org.foyer.hub.site.internal.pages;

/** What went wrong, and what to do. */
public record ProblemView(String status, String sentence, String mend, String code) {}
