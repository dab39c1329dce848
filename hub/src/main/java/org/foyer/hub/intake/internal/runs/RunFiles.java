package org.foyer.hub.intake.internal.runs;

/** How the register keeps the files of a run. */
final class RunFiles {

    private RunFiles() {}

    /** @param recipe number of the recipe in the register */
    record Entry(String sha256, String name, long bytes, long recipe) {
        static Entry of(OpenedFile file, long recipe) {
            return new Entry(
                    file.file().sha256().hex(), file.file().name(), file.file().bytes(), recipe);
        }
    }
}
