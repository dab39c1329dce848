package org.foyer.hub.governance.internal.abroad;

import java.util.List;
import org.foyer.hub.governance.NetworkErrands;
import org.foyer.hub.store.Register;
import org.jdbi.v3.core.Handle;

/** Errands kept in the register, so that a node that stops tells them when it runs again. */
public final class RegisterErrands implements NetworkErrands {

    private final Register register;

    public RegisterErrands(Register register) {
        this.register = register;
    }

    /** In the same transaction as what is told. @param about uid of the invitation */
    public static void add(Handle handle, String node, String step, String about, String body, long now) {
        handle.execute(
                "insert into network_errand (node, step, about, body, made_at) values (?, ?, ?, ?, ?)",
                node,
                step,
                about,
                body,
                now);
    }

    @Override
    public List<Errand> waiting() {
        return register.read(handle -> handle.createQuery("""
                        select id, node, step, body from (
                          select id, node, step, body, row_number() over (partition by node order by id) as turn
                          from network_errand) e
                        order by turn, id limit :max
                        """)
                .bind("max", AT_ONCE_MAX)
                .map((row, context) -> new Errand(
                        row.getLong("id"), row.getString("node"), row.getString("step"), row.getString("body")))
                .list());
    }

    @Override
    public void done(Errand errand) {
        register.write(handle -> handle.execute("delete from network_errand where id = ?", errand.id()));
    }
}
