namespace Confluence.Generated.ReadModifyWrite;

/// <summary>
/// The status and version number with which content is written that can be a draft. Both hang together: a draft has the version 1 for ever,
/// and what is published counts up from the version that was read.
/// </summary>
internal readonly struct PublishedState
{
    private const string Current = "current";
    private const string Draft = "draft";

    private PublishedState(string status, int number)
    {
        Status = status;
        Number = number;
    }

    public string Status { get; }

    public int Number { get; }

    /// <summary>Decides both.</summary>
    /// <param name="source">What was read.</param>
    /// <param name="read">Its status.</param>
    /// <param name="number">The number of its version.</param>
    /// <param name="wanted">The status that the caller wants; null to keep the one that was read.</param>
    /// <exception cref="ArgumentException">No update can be made from what was read, or the status wanted is none that an update takes.</exception>
    public static PublishedState Of(in RequestSource source, string? read, long? number, string? wanted)
    {
        if (read == "historical")
        {
            throw source.Refuse("is an earlier version, and only the latest can be updated. Read the latest one, make the request from it, and give it the title and the body of this one to bring them back.");
        }

        string status = wanted is null ? Kept(source, read) : Checked(source, wanted);
        return new PublishedState(status, status == Draft || read == Draft ? 1 : source.NextVersion(number));
    }

    private static string Kept(in RequestSource source, string? was) => was switch
    {
        Current or Draft => was,
        null or "" => throw source.Refuse("was read without a status, which the update has to send. Give one in the argument status."),
        "trashed" or "deleted" => throw source.Refuse(
            $"has the status {was}. To bring it back, give the status current in the argument status; Confluence then changes nothing but the status, so update it afterwards."),
        "archived" => throw source.Refuse("has the status archived. Take it out of the archive in Confluence and read it again."),
        _ => throw source.Refuse($"has the status {RequestSource.Shown(was)}, which an update cannot keep. Give the status current or draft in the argument status."),
    };

    private static string Checked(in RequestSource source, string wanted) =>
        wanted is Current or Draft ? wanted : throw source.Unusable("status", $"is {RequestSource.Shown(wanted)}; an update takes current and draft only.");
}
