namespace Confluence.Generated.LongTasks;

/// <summary>What an answer says about the work.</summary>
internal readonly record struct LongTaskState(LongTaskOutcome Outcome, int? Percentage, IReadOnlyList<string> Messages)
{
    /// <summary>Before the first answer.</summary>
    public static LongTaskState Unknown { get; } = new(LongTaskOutcome.None, null, []);
}

/// <summary>Whether the work has ended, and how.</summary>
internal enum LongTaskOutcome
{
    /// <summary>It goes on.</summary>
    None,

    /// <summary>It ended well.</summary>
    Succeeded,

    /// <summary>It failed.</summary>
    Failed,
}
