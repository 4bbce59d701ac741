using System.Diagnostics;
using System.Globalization;

namespace Confluence.Generated;

/// <summary>A wait between two attempts of a call, the argument of <see cref="ConfluenceRequestOptions.OnWait"/>.</summary>
/// <param name="Operation">The operation that is called.</param>
/// <param name="Delay">How long the wait is.</param>
/// <param name="Attempt">The number of the attempt that failed, counted from 1.</param>
/// <param name="Reason">What it ended with, in a few words: <c>status 429</c>, <c>a timeout</c>.</param>
/// <param name="IsAskedByServer">Whether the server named the time (<c>Retry-After</c>); otherwise the client chose it.</param>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record ConfluenceWait(ConfluenceOperation Operation, TimeSpan Delay, int Attempt, string Reason, bool IsAskedByServer)
{
    /// <summary>The wait in one line.</summary>
    /// <returns>For example <c>getPages: attempt 1 ended with status 429; the next one follows in 75 s</c>.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Operation.Id}: attempt {Attempt} ended with {Reason}; the next one follows in {Delay.TotalSeconds:0.#} s");
}
