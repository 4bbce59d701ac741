using System.Net;

namespace Confluence.Generated.Errors;

/// <summary>A failed call, as errors describe it.</summary>
internal interface IFailedCall : IAskedFor
{
    /// <summary>The number of attempts.</summary>
    int Attempts { get; }

    /// <summary>The limit for the whole call.</summary>
    TimeSpan Limit { get; }

    /// <summary>Whether the call may change something on the server.</summary>
    bool IsChanging { get; }

    /// <summary>Whether a repetition could change something again.</summary>
    bool IsUnrepeatable { get; }

    /// <summary>Whether the server may have the request while its answer has not arrived completely.</summary>
    bool IsInFlight { get; }

    /// <summary>Whether any of the request has been passed to a connection.</summary>
    bool IsBegun { get; }

    /// <summary>Whether sending the request stopped early.</summary>
    bool IsBrokenOff { get; }

    /// <summary>Whether all of the request has been passed to a connection, in this attempt or in an earlier one whose answer was lost; null if that is not known.</summary>
    bool? WasSentCompletely { get; }

    /// <summary>Whether the request has been passed to a connection, so that the call only waits for the answer.</summary>
    bool IsAwaitingAnswer { get; }

    /// <summary>Whether the answer to an earlier attempt was lost.</summary>
    bool WasAnswerLost { get; }

    /// <summary>The status of the answer that is being read; null before that.</summary>
    HttpStatusCode? StatusCode { get; }

    /// <summary>The type of credential that the call waits for; null if it waits for none.</summary>
    string? AwaitedCredential { get; }

    /// <summary>The type of limiter that the call waits for; null if it waits for none.</summary>
    string? AwaitedLimiter { get; }

    /// <summary>How the last failed attempt ended, in a few words; empty before that.</summary>
    string LastFailure { get; }

    /// <summary>Gets a sentence that says why the call did not wait longer for a quota; null if its limits were not the reason.</summary>
    string? DescribeWaits();
}
