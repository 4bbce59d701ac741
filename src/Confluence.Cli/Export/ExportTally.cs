using System.Globalization;
using Confluence.Cli.Progress;

namespace Confluence.Cli.Export;

/// <summary>Counts what an export has written, and shows it. Safe to use from several spaces at once.</summary>
internal sealed class ExportTally(ProgressLine progress)
{
    private long _users;
    private long _spaces;
    private long _spacesDone;
    private long _pages;
    private long _blogPosts;
    private long _comments;
    private long _attachments;
    private long _activity;

    public void User()
    {
        Interlocked.Increment(ref _users);
        progress.Report(() => string.Create(CultureInfo.InvariantCulture, $"Reading users: {_users:N0}"));
    }

    /// <summary>Counts a space that was found.</summary>
    public void Space() => Interlocked.Increment(ref _spaces);

    /// <summary>Counts a space that was written.</summary>
    public void SpaceDone() => Show(ref _spacesDone);

    public void Page() => Show(ref _pages);

    public void BlogPost() => Show(ref _blogPosts);

    public void Comment() => Show(ref _comments);

    public void Attachment() => Show(ref _attachments);

    public void Activity() => Show(ref _activity);

    /// <summary>Gives the counts, when nobody counts any more.</summary>
    public ExportCounts Counts() => new()
    {
        Users = _users,
        Spaces = _spaces,
        Pages = _pages,
        BlogPosts = _blogPosts,
        Comments = _comments,
        Attachments = _attachments,
        Activity = _activity,
    };

    private void Show(ref long count)
    {
        Interlocked.Increment(ref count);
        progress.Report(() => string.Create(
            CultureInfo.InvariantCulture,
            $"Reading pages: {_pages:N0}, blog posts: {_blogPosts:N0}, activity: {_activity:N0}, comments: {_comments:N0}; {_spacesDone:N0} of {_spaces:N0} spaces done"));
    }
}
