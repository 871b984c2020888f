package nl.leercirkel.security;

/** What somebody may do. A page asks for one right; {@link Rights} says which roles have it. */
public enum Right {
    /** One's own home page, account and preferences. */
    OWN_ACCOUNT,
    /** Finding things; what is found is limited by the other rights. */
    SEARCH,
    /** Municipalities, youth regions and partner organisations. */
    ORGANISATION_READ,
    ORGANISATION_EDIT,
    /** All programmes and projects of the authority. */
    PORTFOLIO_READ,
    /** Projects one takes part in; with PORTFOLIO_READ all of them. */
    PROJECT_READ,
    PROJECT_EDIT,
    PROGRAMME_EDIT,
    /** What projects handed in, in progress rounds. */
    PROGRESS_READ,
    /** Answering for the projects in which one's own organisation is partner or lead; with PORTFOLIO_READ for all. */
    PROGRESS_WRITE,
    /** Opening, judging and closing progress rounds. */
    ROUND_MANAGE,
    /** Calls that are published, one's own applications and those one assesses. */
    CALL_READ,
    /** Drawing up calls, naming assessors, sending applications back. */
    CALL_MANAGE,
    /** All applications that were handed in, and how they compare. */
    APPLICATION_READ,
    /** Applications of one's own organisation. */
    APPLICATION_EDIT,
    /** Scoring, where the manager of the call named one as assessor. */
    APPLICATION_ASSESS,
    /** Awarding and refusing. */
    APPLICATION_DECIDE,
    /** Evaluation reports: reading the page and taking it along as a document. */
    REPORT_READ,
    REPORT_EXPORT,
    /** Datasets: what they hold, their versions and quality, and the figures made of them. */
    DATASET_READ,
    /** Defining datasets, bringing files, deciding what is stored, and taking rows along. */
    DATASET_MANAGE,
    /** Message traffic of iJw and iWmo: reading it in, findings, fetching return messages. */
    MESSAGE_IMPORT,
    /** Use of care in totals, without small numbers. */
    CARE_READ,
    /** Linking personal data of two purposes. */
    LINKING_MANAGE,
    JOB_READ,
    ACCOUNT_MANAGE,
    AUDIT_READ,
    SETTINGS_MANAGE,
    /** Adding authorities to this installation. */
    INSTALLATION_MANAGE;

    /** Key of the Dutch and English name in the message bundles. */
    public String labelKey() {
        return "right." + name();
    }
}
