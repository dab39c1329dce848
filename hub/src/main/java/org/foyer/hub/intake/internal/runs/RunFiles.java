package org.foyer.hub.intake.internal.runs;

/** How the register keeps the files of a run. */
final class RunFiles {

    private RunFiles() {}

    /**
     * @param bytes length of the file as it came
     * @param recipe number of the recipe in the register
     * @param cleaned whether people were taken out of it since
     */
    record Entry(String sha256, String name, long bytes, long recipe, boolean cleaned) {
        static Entry of(OpenedFile file, long recipe) {
            return new Entry(
                    file.file().sha256().hex(), file.file().name(), file.file().bytes(), recipe, false);
        }
    }
}
