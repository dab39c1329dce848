package org.foyer.hub.exchange.internal.pooled;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.List;
import org.foyer.hub.exchange.PooledRefused;

/**
 * What all who answer one question know of it before anything secret is made. Every key and signature is bound to it, so that
 * nothing of one question can be used in another.
 *
 * @param question name of this question at this moment, never used twice: 1 to 200 characters
 * @param members nodes that may answer, {@link #MEMBERS_MIN} to {@link #MEMBERS_MAX}, each once, in alphabetical order
 * @param cells how many numbers each gives, 1 to {@link #CELLS_MAX}
 * @param subject all else that is asked, in one form: who was asked for another season or another figure makes other masks, so that no
 *     asker gets a sum of answers to different questions
 */
record Round(String question, List<String> members, int cells, String subject) {

    /** Of two, each would know the part of the other. How many houses a figure must have is for the gate to say. */
    static final int MEMBERS_MIN = 3;

    static final int MEMBERS_MAX = 100;
    static final int CELLS_MAX = 10_000;
    private static final int QUESTION_MAX = 200;

    Round {
        members = members.stream().distinct().sorted().toList();
        if (question.isEmpty() || question.length() > QUESTION_MAX || cells < 1 || cells > CELLS_MAX) {
            throw new PooledRefused("question-malformed", question);
        }
        if (members.size() < MEMBERS_MIN || members.size() > MEMBERS_MAX) {
            throw new PooledRefused("too-few-or-too-many-members", Integer.toString(members.size()));
        }
    }

    /**
     * How many must stay to the end: more than two thirds, so that an asker who tells two groups of members different stories
     * cannot open both masks of one part even with a third of the members on its side (section 6 of the paper).
     */
    int needed() {
        return 2 * members.size() / 3 + 1;
    }

    /** The place of a member among the shares of a secret, from 1 on. */
    int place(String member) {
        int place = members.indexOf(member);
        if (place < 0) {
            throw new PooledRefused("not-a-member", member);
        }
        return place + 1;
    }

    /** A digest of what is said about this question: of a step, of names and of bytes. */
    byte[] digest(String step, Collection<String> names, byte[]... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF("foyer pooled sum 2");
            out.writeUTF(question);
            out.writeInt(cells);
            write(out, members);
            write(out, List.of(subject));
            out.writeUTF(step);
            write(out, names);
            for (byte[] part : parts) {
                out.writeInt(part.length);
                out.write(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // an array takes everything
        }
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(DataOutputStream out, Collection<String> names) throws IOException {
        out.writeInt(names.size());
        for (String name : names) {
            byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
            out.writeInt(bytes.length);
            out.write(bytes);
        }
    }
}
