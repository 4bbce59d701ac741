namespace Confluence.Generated.Calls;

/// <summary>When an attempt is repeated.</summary>
/// <param name="Delay">How long to wait before it.</param>
/// <param name="IsAskedByServer">Whether the server named the time.</param>
/// <param name="IsForQuota">Whether the wait counts for <see cref="ConfluenceRequestOptions.MaxWait"/>, and not for the time limit and the number of repetitions.</param>
/// <param name="Named">Of a wait for a quota, what counts: the wait without what chance adds to it.</param>
internal readonly record struct NextAttempt(TimeSpan Delay, bool IsAskedByServer = false, bool IsForQuota = false, TimeSpan Named = default);
