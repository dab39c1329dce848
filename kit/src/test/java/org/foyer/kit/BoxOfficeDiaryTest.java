package org.foyer.kit;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;

class BoxOfficeDiaryTest extends SourceContract {

    private static final byte[] BLOCK = "show Carmen\nsold 3\nsold 2\n".getBytes(StandardCharsets.UTF_8);

    @Override
    protected Source source() {
        return new BoxOfficeDiary();
    }

    @Override
    protected String fileName() {
        return "diary.txt";
    }

    @Override
    protected byte[] sample() {
        return "DIARY\nshow Carmen\nsold 3\nsold 2\nEND\n".getBytes(StandardCharsets.UTF_8);
    }

    @Override
    protected InputStream longFile(long bytes) {
        return new InputStream() {
            private long given;

            @Override
            public int read() {
                return given >= bytes ? -1 : BLOCK[(int) (given++ % BLOCK.length)];
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                if (given >= bytes) {
                    return -1;
                }
                int at = (int) (given % BLOCK.length);
                int part = (int) Math.min(Math.min(length, BLOCK.length - at), bytes - given);
                System.arraycopy(BLOCK, at, target, offset, part);
                given += part;
                return part;
            }
        };
    }
}
