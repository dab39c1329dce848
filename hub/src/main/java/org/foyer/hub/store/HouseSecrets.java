package org.foyer.hub.store;

import java.io.IOException;
import java.security.GeneralSecurityException;
import org.foyer.hub.model.HouseId;

/** Seals what proves to other tools who a house is, with the key of the house: without the key nobody reads it. */
public final class HouseSecrets {

    private final Archive archive;

    public HouseSecrets(Archive archive) {
        this.archive = archive;
    }

    /**
     * Seals a secret. The first one of a house without files makes its key.
     *
     * @param of what it is for; opened for something else it is refused
     * @throws HouseKeyMissing when the key of the house is gone
     */
    public String seal(HouseId house, String of, String secret) {
        try {
            return archive.keyFor(house).seal(of + "\t" + secret);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw DiskFull.or(e);
        }
    }

    /**
     * Opens it again.
     *
     * @throws HouseKeyMissing when the key of the house is gone
     * @throws StoreFailure when it was not sealed for this
     */
    public String open(HouseId house, String of, String sealed) {
        try {
            String opened = archive.keyFor(house).open(sealed);
            if (!opened.startsWith(of + "\t")) {
                throw new StoreFailure(
                        "a secret of house " + house + " is not for this",
                        new GeneralSecurityException("of something else"));
            }
            return opened.substring(of.length() + 1);
        } catch (GeneralSecurityException e) {
            throw new StoreFailure("a secret of house " + house + " cannot be opened", e);
        } catch (IOException e) {
            throw DiskFull.or(e);
        }
    }
}
