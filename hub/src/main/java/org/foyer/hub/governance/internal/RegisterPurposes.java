package org.foyer.hub.governance.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Purpose;
import org.foyer.hub.governance.Purposes;
import org.foyer.hub.governance.Terms;
import org.foyer.hub.governance.Terms.Fault;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.Register;
import org.jdbi.v3.core.Handle;

/** The purposes from the jar, and the terms of houses from the register. */
public final class RegisterPurposes implements Purposes {

    /** Read at the first question: the start of a node needs no purpose. */
    private static final class Shipped {
        static final List<Purpose> ALL = PurposeFile.shipped();
    }

    private final Register register;
    private final Clock clock;
    private final RegisterAudit audit;

    public RegisterPurposes(Register register, Clock clock, RegisterAudit audit) {
        this.register = register;
        this.clock = clock;
        this.audit = audit;
    }

    @Override
    public List<Purpose> all() {
        return Shipped.ALL;
    }

    @Override
    public Terms terms(HouseId house) {
        return register.read(handle -> terms(handle, house));
    }

    private static Terms terms(Handle handle, HouseId house) {
        return handle.createQuery("select * from protection_terms where house = :house")
                .bind("house", house.value())
                .map((row, context) -> terms(row))
                .findOne()
                .orElse(Terms.DEFAULT);
    }

    private static Terms terms(ResultSet row) throws SQLException {
        return new Terms(
                row.getInt("contacts_months"),
                row.getInt("quarantine_months"),
                row.getString("controller"),
                row.getString("contact"),
                row.getString("hosting"),
                row.getString("breach_contact"));
    }

    @Override
    public List<Fault> decide(HouseId house, Terms terms, Actor actor) {
        Terms wish = terms.written();
        List<Fault> faults = wish.faults();
        if (!faults.isEmpty()) {
            return faults;
        }
        return register.write(handle -> {
            Terms before = terms(handle, house);
            if (!before.equals(wish)) {
                keep(handle, house, wish, actor);
                audit.append(handle, actor, house, "terms-set", null, changes(before, wish));
            }
            return List.<Fault>of();
        });
    }

    private void keep(Handle handle, HouseId house, Terms terms, Actor actor) {
        handle.createUpdate("""
                        insert into protection_terms (house, contacts_months, quarantine_months, controller, contact,
                          hosting, breach_contact, set_by, set_at)
                        values (:house, :contacts, :quarantine, :controller, :contact, :hosting, :breach, :by, :now)
                        on conflict (house) do update set contacts_months = excluded.contacts_months,
                          quarantine_months = excluded.quarantine_months, controller = excluded.controller,
                          contact = excluded.contact, hosting = excluded.hosting,
                          breach_contact = excluded.breach_contact, set_by = excluded.set_by, set_at = excluded.set_at
                        """)
                .bind("house", house.value())
                .bind("contacts", terms.contactsMonths())
                .bind("quarantine", terms.quarantineMonths())
                .bindByType("controller", terms.controller(), String.class)
                .bindByType("contact", terms.contact(), String.class)
                .bindByType("hosting", terms.hosting(), String.class)
                .bindByType("breach", terms.breachContact(), String.class)
                .bind("by", actor.login())
                .bind("now", clock.millis())
                .execute();
    }

    /** Months are told; of texts only which changed, since they may name a person and the audit forgets nothing. */
    private static String changes(Terms before, Terms after) {
        List<String> told = new ArrayList<>();
        if (before.contactsMonths() != after.contactsMonths()) {
            told.add("contacts " + before.contactsMonths() + " to " + after.contactsMonths() + " months");
        }
        if (before.quarantineMonths() != after.quarantineMonths()) {
            told.add("quarantine " + before.quarantineMonths() + " to " + after.quarantineMonths() + " months");
        }
        if (!Objects.equals(before.controller(), after.controller())) {
            told.add("controller");
        }
        if (!Objects.equals(before.contact(), after.contact())) {
            told.add("contact");
        }
        if (!Objects.equals(before.hosting(), after.hosting())) {
            told.add("hosting");
        }
        if (!Objects.equals(before.breachContact(), after.breachContact())) {
            told.add("breach contact");
        }
        return String.join(", ", told);
    }
}
