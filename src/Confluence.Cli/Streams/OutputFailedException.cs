namespace Confluence.Cli.Streams;

/// <summary>Standard output cannot be written, as when it goes to a full disk.</summary>
/// <param name="cause">What the system said.</param>
/// <param name="done">A sentence about what is there nevertheless; null for nothing.</param>
internal sealed class OutputFailedException(Exception cause, string? done = null) : Exception(
    $"{(done is null ? "" : $"{done} ")}The output could not be written: {cause.Message.TrimEnd('.')}. Check where it goes, and the free space there.",
    cause);
