using System.Net;

namespace Confluence.Generated.Errors;

/// <summary>What errors tell of a call that failed.</summary>
internal interface IFailedCall : IAskedFor
{
    /// <summary>How many attempts were made.</summary>
    int Attempts { get; }

    /// <summary>The limit for the whole call.</summary>
    TimeSpan Limit { get; }

    /// <summary>Whether the call may change something on the server.</summary>
    bool IsChanging { get; }

    /// <summary>Whether a repetition could change something once more.</summary>
    bool IsUnrepeatable { get; }

    /// <summary>Whether the server may have the request, and its answer has not arrived completely.</summary>
    bool IsInFlight { get; }

    /// <summary>Whether anything of the request has been handed to a connection.</summary>
    bool IsBegun { get; }

    /// <summary>Whether the sending of the request was broken off.</summary>
    bool IsBrokenOff { get; }

    /// <summary>Whether the request has been handed to a connection, so that the call waits for the answer and for nothing else.</summary>
    bool IsAwaitingAnswer { get; }

    /// <summary>Whether the answer to an earlier attempt was lost.</summary>
    bool WasAnswerLost { get; }

    /// <summary>The status of the answer that is being read; null before it.</summary>
    HttpStatusCode? StatusCode { get; }

    /// <summary>The kind of credential that the call waits for; null when it does not.</summary>
    string? AwaitedCredential { get; }

    /// <summary>The kind of limiter that the call waits for; null when it does not.</summary>
    string? AwaitedLimiter { get; }

    /// <summary>What the last attempt ended with, in a few words; empty before that.</summary>
    string LastFailure { get; }

    /// <summary>Says why the call did not wait longer for a quota: a sentence. Null when it was not for its limits.</summary>
    string? DescribeWaits();
}
