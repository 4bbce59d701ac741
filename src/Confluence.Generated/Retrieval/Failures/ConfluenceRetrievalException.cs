using System.Text;

namespace Confluence.Generated.Retrieval;

/// <summary>
/// A retrieval could not begin, is incomplete, or lost the site on the way; <see cref="Failure"/> tells which. When it is incomplete, everything that
/// could be read was given before the exception was thrown; set <see cref="RetrievalOptions.OnGap"/> to get the gaps without an exception.
/// </summary>
public sealed class ConfluenceRetrievalException : ConfluenceException
{
    private const int Named = 3;

    /// <summary>Makes the exception; retrievals do, and so may tests of calling code.</summary>
    /// <param name="message">What cannot be found, and what to do about it.</param>
    public ConfluenceRetrievalException(string message)
        : base(message) => Gaps = [];

    internal ConfluenceRetrievalException(string what, IReadOnlyList<RetrievalGap> gaps)
        : base(Describe(what, gaps), gaps[0].Error)
    {
        Gaps = gaps;
        Operation = gaps[0].Error?.Operation;
        Failure = RetrievalFailure.Incomplete;
    }

    private ConfluenceRetrievalException(string message, ConfluenceException cause)
        : base(message, cause)
    {
        Gaps = [];
        Operation = cause.Operation;
        Failure = RetrievalFailure.SiteLost;
    }

    /// <summary>What kind of failure it is; <see cref="RetrievalFailure.NotFound"/> unless set.</summary>
    public RetrievalFailure Failure { get; init; }

    /// <summary>What is missing. Empty unless <see cref="Failure"/> is <see cref="RetrievalFailure.Incomplete"/>.</summary>
    public IReadOnlyList<RetrievalGap> Gaps { get; init; }

    internal static ConfluenceRetrievalException OfLostSite(ConfluenceException last) =>
        new($"The site seems to be out of reach: what was asked for failed, and so did the list of spaces. What was given so far is valid. The last failure: {last.Message}", last);

    /// <summary>The list of spaces still comes, and nothing else.</summary>
    internal static ConfluenceRetrievalException OfUselessSite(ConfluenceException last) =>
        new($"The site no longer gives anything that was asked for, although it can be reached. What was given so far is valid. The last failure: {last.Message}", last);

    private static string Describe(string what, IReadOnlyList<RetrievalGap> gaps)
    {
        StringBuilder message = new();
        message.Append("The retrieval of ").Append(what).Append(" is incomplete; everything else was given. Missing: ");
        message.AppendJoin(" ", gaps.Take(Named));
        if (gaps.Count > Named)
        {
            message.Append(" And ").Append(gaps.Count - Named).Append(" more, in ").Append(nameof(Gaps)).Append('.');
        }

        return message.Append(" To go on without an exception, set ").Append(nameof(RetrievalOptions.OnGap)).Append(" in the options.").ToString();
    }
}
