package org.foyer.hub.governance;

/**
 * What this Foyer does for people beyond withholding small groups. The wiring says so, and the page of data protection tells
 * what is missing; nothing is claimed that no room does.
 *
 * @param contactsEncrypted whether contacts lie encrypted under a key of their house
 * @param dueErased whether what is due is deleted without anybody asking
 * @param personFound whether everything about one person can be found and given to them
 * @param personErased whether one person can be erased everywhere, with a proof
 * @param consentKept whether consent to be contacted, its withdrawal and an objection to it are kept and count at once
 * @param objectionKept whether a person's objection to being evaluated, in groups or otherwise, is kept and followed
 * @param agreementSigned whether an agreement has a version and a digest, and a change needs a new signature
 */
public record Safeguards(
        boolean contactsEncrypted,
        boolean dueErased,
        boolean personFound,
        boolean personErased,
        boolean consentKept,
        boolean objectionKept,
        boolean agreementSigned) {

    /** None of them. */
    public static final Safeguards NONE = new Safeguards(false, false, false, false, false, false, false);
}
