package org.foyer.hub.exchange;

/** What is answered. @param body JSON, or empty */
public record Answer(int status, String body) {}
