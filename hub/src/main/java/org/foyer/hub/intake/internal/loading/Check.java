package org.foyer.hub.intake.internal.loading;

/**
 * One thing that can be wrong with a row.
 *
 * @param field key of the field to blame
 * @param condition over the inner select of {@link Parse}; true when it is wrong
 * @param code expression of the stable code, judged only where the condition holds
 */
record Check(String field, String condition, String code) {

    static Check of(String field, String condition, String code) {
        return new Check(field, condition, CellSql.literal(code));
    }
}
