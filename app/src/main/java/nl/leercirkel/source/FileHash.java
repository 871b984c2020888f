package nl.leercirkel.source;

import static nl.leercirkeldb.source.Tables.IMPORT;
import static nl.leercirkeldb.source.Tables.SUPPLY;
import static nl.leercirkeldb.source.Tables.VERSION;

import java.util.HexFormat;
import java.util.UUID;
import nl.leercirkel.privacy.KeyedFingerprints;
import nl.leercirkel.privacy.SealedFiles;
import nl.leercirkel.privacy.SealedUpload;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.TableField;
import org.springframework.stereotype.Component;

/**
 * What a file is known by when it comes again: SHA-256, which anybody can hold against a copy of it; of a file about persons a keyed
 * fingerprint, since a file of which somebody knows all but one number could be guessed.
 */
@Component
class FileHash implements KeyedFingerprints {
    private static final String KEYED = "sleutel:";
    private static final int SHOWN = 12;

    private final SealedFiles files;
    private final DSLContext sql;

    FileHash(SealedFiles files, DSLContext sql) {
        this.files = files;
        this.sql = sql;
    }

    /** Needs a transaction. */
    String keyed(SealedUpload upload) {
        return written(files.fingerprint(upload));
    }

    private static String written(byte[] fingerprint) {
        return KEYED + HexFormat.of().formatHex(fingerprint);
    }

    static boolean isKeyed(String hash) {
        return hash.startsWith(KEYED);
    }

    /** The beginning of it, for people to compare. */
    static String shown(String hash) {
        String digits = isKeyed(hash) ? hash.substring(KEYED.length()) : hash;
        return digits.substring(0, Math.min(SHOWN, digits.length()));
    }

    @Override
    public void renew(Renewal renewal) {
        renew(renewal, VERSION, VERSION.VERSION_ID, VERSION.AUTHORITY_ID, VERSION.FILE_HASH);
        renew(renewal, SUPPLY, SUPPLY.DATASET_ID, SUPPLY.AUTHORITY_ID, SUPPLY.FILE_HASH);
        renew(renewal, IMPORT, IMPORT.IMPORT_ID, IMPORT.AUTHORITY_ID, IMPORT.FILE_HASH);
    }

    private void renew(
            Renewal renewal, Table<?> table, Field<UUID> id, Field<UUID> authority, TableField<?, String> hash) {
        sql.select(id, authority, hash)
                .from(table)
                .where(hash.startsWith(KEYED))
                .forEach(row -> sql.update(table)
                        .set(
                                hash,
                                written(renewal.of(
                                        row.value2(),
                                        HexFormat.of().parseHex(row.value3().substring(KEYED.length())))))
                        .where(id.eq(row.value1()))
                        .execute());
    }
}
