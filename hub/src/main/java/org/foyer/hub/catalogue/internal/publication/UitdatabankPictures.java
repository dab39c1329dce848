package org.foyer.hub.catalogue.internal.publication;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.foyer.hub.catalogue.internal.Iris;
import org.foyer.hub.fetching.Sending.Method;
import org.foyer.kit.NotFetched;

/** Pictures of UiTdatabank: {@code POST /images/} as a form with parts (RFC 7578), then {@code mediaObject} of the event. */
final class UitdatabankPictures implements PictureDoor {

    private static final String LINE = "\r\n";

    private final AgendaOrder order;
    private final AgendaCalls calls;

    UitdatabankPictures(AgendaOrder order, AgendaCalls calls) {
        this.order = order;
        this.calls = calls;
    }

    @Override
    public Optional<String> find(String own, Prepared.Picture picture) throws IOException {
        AgendaCalls.Answer answer = calls.call(Method.GET, UitdatabankDoor.event(order, own), null);
        if (!answer.isDone()) {
            return Optional.empty();
        }
        for (JsonNode shown : answer.body().path("mediaObject")) {
            String name = Iris.web(shown.path("@id").asText(""));
            if (name != null
                    && shown.path("description").asText().equals(picture.description())
                    && shown.path("copyrightHolder").asText().equals(picture.credit())) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }

    @Override
    public String upload(Prepared.Picture picture, PictureFile file) throws IOException {
        String boundary = "foyer-" + UUID.randomUUID();
        URI images = order.at("/images/");
        JsonNode made = UitdatabankDoor.done(calls.call(
                Method.POST, images, "multipart/form-data; boundary=" + boundary, form(boundary, picture, file)));
        String name = Iris.web(made.path("@id").asText(""));
        if (name == null) {
            throw new NotFetched("agenda-answer-unreadable");
        }
        return name;
    }

    private static byte[] form(String boundary, Prepared.Picture picture, PictureFile file) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        part(out, boundary, "name=\"description\"", "", picture.description().getBytes(StandardCharsets.UTF_8));
        part(out, boundary, "name=\"copyrightHolder\"", "", picture.credit().getBytes(StandardCharsets.UTF_8));
        part(out, boundary, "name=\"language\"", "", picture.language().getBytes(StandardCharsets.UTF_8));
        part(
                out,
                boundary,
                "name=\"file\"; filename=\"picture." + file.ending() + "\"",
                "Content-Type: " + file.type() + LINE,
                file.bytes());
        out.writeBytes(("--" + boundary + "--" + LINE).getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }

    private static void part(ByteArrayOutputStream out, String boundary, String name, String type, byte[] value) {
        String head = "--" + boundary + LINE + "Content-Disposition: form-data; " + name + LINE + type + LINE;
        out.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(value);
        out.writeBytes(LINE.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public ObjectNode with(ObjectNode event, Prepared.Picture picture, String name) {
        ObjectNode whole = event.deepCopy();
        whole.putArray("mediaObject")
                .addObject()
                .put("@id", name)
                .put("description", picture.description())
                .put("copyrightHolder", picture.credit())
                .put("language", picture.language());
        return whole;
    }
}
