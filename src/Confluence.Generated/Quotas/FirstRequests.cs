namespace Confluence.Generated.Quotas;

/// <summary>
/// Sends the first requests to a site, and the first ones of a renewed quota, in a group that grows with each answer, so that many calls that start together learn of a
/// limit from few refusals. When answers are slow, requests go out at a steady rate. The limit ends after a number of answers. Not thread-safe.
/// </summary>
internal sealed class FirstRequests
{
    /// <summary>How many requests go out before the first answer.</summary>
    public const int AtOnce = 16;

    private const int Enough = 100;

    /// <summary>How many requests go out per second without an answer.</summary>
    private const double Unanswered = 250;

    private int _answers;

    /// <summary>Whether the first requests are still limited.</summary>
    public bool IsOn => _answers < Enough;

    /// <summary>How many requests may go out per second, in addition to those that answers make room for.</summary>
    public double Rate => IsOn ? Unanswered : double.PositiveInfinity;

    /// <summary>Records that a request ended.</summary>
    /// <returns>How many other requests may go out in its place: a success makes room for one more.</returns>
    public int Answered(bool isRefused)
    {
        _answers++;
        return isRefused ? 1 : 2;
    }

    /// <summary>Starts over: how much the server accepts now is unknown.</summary>
    public void Begin() => _answers = 0;
}
