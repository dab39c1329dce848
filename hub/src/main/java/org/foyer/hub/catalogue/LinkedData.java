package org.foyer.hub.catalogue;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;

/** The programmes of the node as linked data in schema.org. Public: holds nothing personal. */
public interface LinkedData {

    /**
     * A thing with an identifier, {@code /id/{kind}/{id}}.
     *
     * @param kind {@code performance}, {@code run}, {@code festival}, {@code series}, {@code hall}, {@code work}, {@code person} or {@code place}
     * @param day first day on which it plays a part, for a page to begin with
     */
    record Thing(String kind, String id, HouseId house, LocalDate day) {}

    /** The thing with an identifier; empty when there is none, or no longer. */
    Optional<Thing> find(String kind, String id);

    /** When the thing that had an identifier was last taken back; empty when nothing ever had it. Only for what is not found. */
    Optional<Instant> gone(String kind, String id);

    /** The identifier by which a thing goes since people found it to be the same as another; empty when it goes by its own. */
    Optional<String> goesBy(String kind, String id);

    /**
     * Writes what is said of a thing.
     *
     * @param house whose thing it is
     * @param base address of the node, without a final slash
     */
    void describe(Thing thing, House house, String base, RdfForm form, OutputStream out) throws IOException;

    /** Writes what is said of a house itself. */
    void describe(House house, String base, RdfForm form, OutputStream out) throws IOException;

    /**
     * Writes the programme of a house, streaming.
     *
     * @param form not {@link RdfForm#RDF_XML}, which cannot be written as a stream
     */
    default void write(House house, LocalDate from, LocalDate to, String base, RdfForm form, OutputStream out)
            throws IOException {
        each(List.of(house), from, to, base, form, (one, programme) -> programme.to(out));
    }

    /** The programme of a house, to be written once, while it is handed out. */
    interface Programme {
        void to(OutputStream out) throws IOException;
    }

    /** Takes programmes; what it does not write is not read. */
    interface Programmes {
        void take(House house, Programme programme) throws IOException;
    }

    /**
     * Hands out the programmes of houses, one after the other, in the order in which the warehouse holds them. Many small houses cost no
     * more questions than a large one that plays as much.
     *
     * @param form not {@link RdfForm#RDF_XML}, which cannot be written as a stream
     */
    void each(List<House> houses, LocalDate from, LocalDate to, String base, RdfForm form, Programmes taking)
            throws IOException;

    /**
     * Writes the whole programmes of houses as RDF/XML in the vocabulary of Cap Data (Réunion des Opéras de France), streaming.
     *
     * @param base address of the node, without a final slash
     */
    void writeCapData(List<House> houses, String base, OutputStream out) throws IOException;
}
