package org.foyer.hub.catalogue.internal.publication;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;

/** Where pictures go as files, before the events that show them. Methods throw as those of {@link AgendaDoor} do. */
interface PictureDoor {

    /** The name there of the same picture in an event that is there already; empty when it shows none such. */
    Optional<String> find(String own, Prepared.Picture picture) throws IOException;

    /** Gives it there. @return its name there */
    String upload(Prepared.Picture picture, PictureFile file) throws IOException;

    /** An event with a picture that is there. */
    ObjectNode with(ObjectNode event, Prepared.Picture picture, String name);
}
