package org.foyer.hub.linking;

/** A column of a table and what it holds. @param name header in the file's own words */
public record LinkColumn(String name, ColumnKind kind) {}
