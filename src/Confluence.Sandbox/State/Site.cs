using Confluence.Sandbox.Content;

namespace Confluence.Sandbox.State;

/// <summary>
/// The site as the routes see it: made-up content, covered by what was changed through the API.
/// </summary>
/// <remarks>
/// Reading takes no lock: each page is one immutable record, replaced as a whole. Writing holds <see cref="WriteLock"/>.
/// </remarks>
internal sealed partial class Site
{
    private long _lastId = IdScheme.FirstCreatedId;

    public Site(SandboxOptions options)
    {
        Seed = options.Seed;
        Clock = options.TimeProvider;
        Ids = new IdScheme(options.Seed, options);
        Users = new GeneratedUsers(options.Seed, options, Ids);
        Spaces = new GeneratedSpaces(options.Seed, options, Ids);
        Generated = new GeneratedPages(options.Seed, options, Ids, Users);
        MadeUp = new GeneratedByKind(Generated, new GeneratedBlogPosts(options.Seed, options, Ids, Users));
        Comments = new CommentStore(this, new GeneratedComments(options.Seed, MadeUp, Ids, Users));
        Attachments = new AttachmentStore(this, new GeneratedAttachments(options.Seed, MadeUp, Ids, Users));
        Tasks = new TaskStore(this, new GeneratedTasks(options.Seed, MadeUp, Ids, Users));
        Labels = new LabelStore(this);
        Properties = new PropertyStore(this);
        Groups = new GeneratedGroups(options.Seed, Users);
        Audit = new GeneratedAudit(options.Seed, Spaces, Groups, Users);
        Views = new GeneratedViews(options.Seed, Users);
        Tree = new PageTree(this, _changed);
    }

    public int Seed { get; }

    public TimeProvider Clock { get; }

    public IdScheme Ids { get; }

    public GeneratedUsers Users { get; }

    public GeneratedGroups Groups { get; }

    public GeneratedSpaces Spaces { get; }

    public GeneratedAudit Audit { get; }

    public GeneratedViews Views { get; }

    /// <summary>Gets the maker of the pages, which alone form trees.</summary>
    public GeneratedPages Generated { get; }

    /// <summary>Gets the makers of pages and blog posts.</summary>
    public GeneratedByKind MadeUp { get; }

    public CommentStore Comments { get; }

    public AttachmentStore Attachments { get; }

    public TaskStore Tasks { get; }

    public LabelStore Labels { get; }

    public PropertyStore Properties { get; }

    public PageTree Tree { get; }

    /// <summary>Gets the lock that a write holds from its first look at the page to the last change.</summary>
    public Lock WriteLock { get; } = new();

    /// <summary>Gets the account id of the caller.</summary>
    public string CallerId => Ids.AccountId(0);

    /// <summary>Gives a fresh content id. The caller holds <see cref="WriteLock"/>.</summary>
    public long NextId() => _lastId += 1 + new Draw(Seed, EntityKind.Site, _lastId).Below(30, Aspect.Identity);

    /// <summary>Tells whether lists show a page of this status unless asked otherwise.</summary>
    public static bool IsVisible(PageStatus status) => status is PageStatus.Current or PageStatus.Archived;

    /// <summary>Gives the moment of a change. Answers carry milliseconds, so no more is kept: what is read again is what was written.</summary>
    public DateTimeOffset Now()
    {
        DateTimeOffset now = Clock.GetUtcNow();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMillisecond));
    }
}
