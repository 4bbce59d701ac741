using System.Diagnostics;
using System.Globalization;

namespace Confluence.Generated;

/// <summary>A wait before an attempt of a call; the argument of <c>ConfluenceRequestOptions.OnWait</c>.</summary>
/// <param name="Operation">The operation that is called.</param>
/// <param name="Delay">The length of the wait. For a wait that only keeps the pace, it is an estimate, because the pace changes with each answer.</param>
/// <param name="Attempt">The number of the attempt that failed, counted from 1; 0 if none was made yet, because the quota is used up or the pace is slowed down.</param>
/// <param name="Reason">How the attempt ended, in a few words, such as <c>status 429</c> or <c>a timeout</c>; or why the first attempt waits.</param>
/// <param name="IsAskedByServer">Whether the server named the time (<c>Retry-After</c>); otherwise the client chose it.</param>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record ConfluenceWait(ConfluenceOperation Operation, TimeSpan Delay, int Attempt, string Reason, bool IsAskedByServer)
{
    /// <summary>Returns the wait in one line.</summary>
    /// <returns>For example <c>getPages: attempt 1 ended with status 429; the next one follows in 75 s</c>.</returns>
    public override string ToString() => Attempt == 0
        ? string.Create(CultureInfo.InvariantCulture, $"{Operation.Id}: waits {Delay.TotalSeconds:0.#} s before it is sent ({Reason})")
        : string.Create(CultureInfo.InvariantCulture, $"{Operation.Id}: attempt {Attempt} ended with {Reason}; the next one follows in {Delay.TotalSeconds:0.#} s");
}
