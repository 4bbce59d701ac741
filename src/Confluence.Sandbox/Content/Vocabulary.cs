namespace Confluence.Sandbox.Content;

/// <summary>The words that names, titles and texts are made of. Accents, other scripts and emoji are there on purpose.</summary>
internal static class Vocabulary
{
    public static readonly string[] GivenNames =
    [
        "Ada", "Björn", "Chloé", "Dmitri", "Elif", "Fatou", "Grażyna", "Hiroshi", "Ines", "José", "Kwame", "Łucja", "Mei", "Noah",
        "Øystein", "Priya", "Quentin", "Ruth", "Søren", "Thandi", "Uma", "Věra", "Wren", "Xiùlán", "Yara", "Zoë",
    ];

    public static readonly string[] FamilyNames =
    [
        "Abara", "Brandt", "Çelik", "Dąbrowski", "Evans", "Fernández", "Gupta", "Håkansson", "Ito", "Jónsdóttir", "Kovač", "Lefèvre",
        "Müller", "N'Diaye", "O'Brien", "Petrov", "Quispe", "Rossi", "Šimek", "Tanaka", "Ueda", "Varga", "Wójcik", "Yılmaz", "Zhou",
    ];

    public static readonly string[] Adjectives =
    [
        "Quarterly", "Draft", "Internal", "Shared", "Détaillé", "Legacy", "Secure", "Offline", "Weekly", "Größere", "Initial", "Final",
        "Regional", "Joint", "Open",
    ];

    public static readonly string[] Subjects =
    [
        "roadmap", "release plan", "Überblick", "on-call guide", "réunion", "architecture & design", "\"known issues\"", "設計メモ",
        "budget", "runbook", "postmortem", "test plan", "onboarding", "API notes", "survey <results>", "retrospective 🚀", "checklist",
        "migration", "vendor list", "glossary",
    ];

    public static readonly string[] Words =
    [
        "service", "cluster", "release", "decision", "owner", "latency", "budget", "review", "customer", "deadline", "naïve", "façade",
        "Zürich", "queue", "index", "backup", "region", "contract", "résumé", "pipeline", "token", "schema", "traffic", "incident",
        "planning", "storage", "日本", "report", "meeting", "version", "coverage", "risk", "approval", "Ελλάδα", "format", "change",
        "mailbox", "template", "archive", "partner", "кириллица", "draft", "metric", "failover", "audit", "scope", "window", "limit",
    ];

    public static readonly string[] Labels =
    [
        "architecture", "decision", "howto", "meeting-notes", "onboarding", "ops", "postmortem", "q3", "résumé", "roadmap", "security",
        "team-β",
    ];

    public static readonly string[] SpaceNames =
    [
        "Engineering", "Operations", "Produktion", "Design", "Finance", "Qualité", "Research", "Support", "Vertrieb", "People",
    ];

    public static readonly string[] SpacePrefixes = ["ENG", "OPS", "PROD", "DSGN", "FIN", "QA", "RND", "SUP", "SALES", "HR"];

    public static readonly string[] TimeZones =
        ["UTC", "Europe/Berlin", "Europe/Warsaw", "America/New_York", "Asia/Tokyo", "Africa/Lagos", "Australia/Sydney"];

    public static readonly string[] VersionMessages = ["Fixed a typo", "Nouvelle section", "Reviewed", "Links updated", "Umbenannt"];
}
