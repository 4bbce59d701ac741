namespace Confluence.Cli.Audit;

/// <summary>What an answer had, seen from the models of the library.</summary>
internal enum AuditKind
{
    /// <summary>A member that answers always carry did not come.</summary>
    GuaranteedAbsent,

    /// <summary>It came, as null.</summary>
    GuaranteedNull,

    /// <summary>A value could not be read as the type of its member.</summary>
    Type,

    /// <summary>A value of an enum that this version does not know.</summary>
    EnumValue,

    /// <summary>A member that the model does not have.</summary>
    UnknownMember,
}

/// <summary>What was found, however often it was seen.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Api">The API: <c>v2</c> or <c>v1</c>.</param>
/// <param name="Type">The model or enum, by its name in C#.</param>
/// <param name="Member">The member, by its name in JSON; <c>*</c> for members whose names are data, null for an enum.</param>
/// <param name="Value">The value of an enum, where it looks like a word of a program; otherwise null.</param>
internal sealed record AuditFinding(AuditKind Kind, string Api, string Type, string? Member, string? Value)
{
    /// <summary>Gets the kind of value in JSON, such as <c>string</c> or <c>object</c>; null where nothing came.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];

    /// <summary>Gets what the values look like, as JSON without a value of theirs.</summary>
    public IReadOnlyList<string> Shapes { get; init; } = [];

    /// <summary>Gets the operations whose answers showed it.</summary>
    public IReadOnlyList<string> Operations { get; init; } = [];

    /// <summary>Gets how often it was seen.</summary>
    public int Seen { get; init; }

    /// <summary>Gets how often the model or enum was read.</summary>
    public int Of { get; init; }
}

/// <summary>An end that the headers of an answer announced.</summary>
/// <param name="Api">The API of the operation.</param>
/// <param name="Operation">The operation, by its name in Atlassian's reference.</param>
/// <param name="Request">Its method and path.</param>
/// <param name="Header">The header.</param>
/// <param name="Date">The date that it names.</param>
/// <param name="Note">What else it says.</param>
internal sealed record AuditAnnouncement(string Api, string Operation, string Request, string Header, DateOnly? Date, string? Note);

/// <summary>An operation of the sample that could not be read.</summary>
/// <param name="Name">What was to be read.</param>
/// <param name="Reason">Why it was not.</param>
/// <param name="IsEmpty">Whether the site simply has nothing of it.</param>
internal sealed record AuditGap(string Name, string Reason, bool IsEmpty);
