namespace Confluence.Generated.Quotas;

/// <summary>
/// Lets the first requests to a site, and the first ones of a renewed quota, go out in a group that grows with each answer, so that a crowd that begins all at once learns of a
/// limit from few refusals. A crowd whose answers are slow goes on at a steady rate. After some answers it is over. Not safe for threads.
/// </summary>
internal sealed class FirstRequests
{
    /// <summary>How many go out before there is an answer.</summary>
    public const int AtOnce = 16;

    private const int Enough = 100;

    /// <summary>How many go out in a second without an answer.</summary>
    private const double Unanswered = 250;

    private int _answers;

    /// <summary>Whether it is still going on.</summary>
    public bool IsOn => _answers < Enough;

    /// <summary>How many requests may go out in a second, beside those that answers make room for.</summary>
    public double Rate => IsOn ? Unanswered : double.PositiveInfinity;

    /// <summary>A request has ended.</summary>
    /// <returns>How many others may go out for it: a success makes room for one more.</returns>
    public int Answered(bool isRefused)
    {
        _answers++;
        return isRefused ? 1 : 2;
    }

    /// <summary>It begins anew: how much the server takes now is unknown.</summary>
    public void Begin() => _answers = 0;
}
