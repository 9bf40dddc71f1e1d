package siyu.store;

import siyu.core.Code;
import siyu.core.Exit;
import siyu.core.Failure;
import siyu.core.Problem;

/** What can be wrong with a data file. All end with exit code 5. */
public enum StoreCode implements Code {
    MISSING(
            "E0501",
            "no data file",
            "The program names a data file that does not exist. Nothing creates it by accident: siyu init DIR does, also in a directory that has a siyu.yaml already."),
    EXISTS(
            "E0502",
            "data file exists",
            "A new data file, a backup or a copy is never written over an existing file. Choose another name or move the old file away."),
    BUSY(
            "E0503",
            "data file is busy",
            "Another process has the data file open. Several may read it at once; one that changes it, and a shell, has it alone. Wait for it to end, or wait longer with --lock-timeout."),
    FOREIGN(
            "E0504",
            "not a data file of siyu",
            "The file is empty, was cut off, or was written by another program. It is left as it is. Restore a backup or name the right file."),
    NEWER(
            "E0505",
            "data file is newer than this siyu",
            "A newer siyu has changed the form of the data file. Use that version or a later one; older ones must not touch it."),
    OLDER(
            "E0506",
            "data file has an older form",
            "The data file was written by an older siyu and must be brought up to date before it is read. Any command that changes it does so first, all or nothing; 'siyu db compact' does nothing else. 'siyu db info', 'check' and 'backup' work on it as it is."),
    MIGRATION(
            "E0507",
            "history of the data file does not fit",
            "The steps that built this data file are not the steps of this siyu: a checksum differs or a step is missing. Nothing is repaired silently, because a table could then mean something else."),
    SETTING(
            "E0508",
            "data file is not durable",
            "The file holds a setting under which acknowledged changes are lost when the machine or the process dies. Only another program can have set it; siyu does not work on such a file. Make a checked copy with siyu db backup."),
    PATH(
            "E0509",
            "path cannot be used",
            "The path of a data file must not hold a semicolon or control characters, must lie in a folder that can be written, and must not be a folder itself."),
    DAMAGED(
            "E0510",
            "data file is damaged",
            "The database could not read its own file. Run siyu db check, and restore the last backup."),
    BLOCK_DAMAGED(
            "E0511",
            "block is damaged",
            "A packed block of values does not match its checksum or is not well formed, so none of its values is used. Run siyu db check to see how far it reaches, and restore the last backup."),
    BLOCK_TYPE(
            "E0512",
            "block holds another type",
            "A packed block holds values of another type than the program says, or words that the program does not list. The program and the data file do not belong together, or a type was changed by hand."),
    FULL(
            "E0513",
            "disk is full",
            "There was no room to write. The change was rolled back as a whole and the data file is as it was before. Make room and run the command again."),
    MEMORY(
            "E0514",
            "not enough memory",
            "The change needed more memory than there is and was rolled back as a whole. Give the program more memory or change less at once."),
    CANCELLED("E0515", "change was interrupted", "The change was interrupted and rolled back as a whole."),
    SQL(
            "E0516",
            "data file refused a statement",
            "The database refused what it was asked. The change was rolled back as a whole. This is a defect of siyu; please report the message."),
    ACCESS(
            "E0517",
            "data file cannot be read or written",
            "The operating system refused access to the data file or its folder. Look at the owner and the permissions of both.");

    private final Entry entry;

    StoreCode(String id, String title, String meaning) {
        this.entry = new Entry(id, title, meaning, Exit.DATA);
    }

    @Override
    public Entry entry() {
        return entry;
    }

    Failure failure(String message) {
        return Problem.of(this, message).failure();
    }
}
