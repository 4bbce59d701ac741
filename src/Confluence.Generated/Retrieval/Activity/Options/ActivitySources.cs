using System.Diagnostics.CodeAnalysis;

namespace Confluence.Generated.Retrieval;

/// <summary>Where the activity on a page is read from. Each source says what it costs for each page that is looked into.</summary>
[Flags]
[SuppressMessage("Naming", "CA1711", Justification = "The flags are sources of activity.")]
public enum ActivitySources
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Who created and edited it, and when. One request, none for a page with one or two versions. Scope <c>read:page:confluence</c>.</summary>
    Versions = 1,

    /// <summary>
    /// Who commented and replied, and when. Two requests, one more for each comment and reply (the API does not tell which of them were answered),
    /// and one for each that was changed since. Scope <c>read:comment:confluence</c>.
    /// </summary>
    Comments = 2,

    /// <summary>Who likes it. One request. The API gives no time, and does not tell who has withdrawn a like. Scope <c>read:page:confluence</c>.</summary>
    Likes = 4,

    /// <summary>Who attached files and new versions of them. One request, one more for each file with several versions. Scope <c>read:attachment:confluence</c>.</summary>
    Attachments = 8,

    /// <summary>Who wrote and who completed tasks. One request. Scope <c>read:task:confluence</c>.</summary>
    Tasks = 16,

    /// <summary>What is read by default: versions, comments, likes, attachments and tasks.</summary>
    Default = Versions | Comments | Likes | Attachments | Tasks,

    /// <summary>Who changed comments, beyond who wrote them. No request beyond those of <see cref="Comments"/>.</summary>
    /// <remarks>Includes <see cref="Comments"/>, so do not remove it with <c>&amp; ~</c>: combine the sources that you want.</remarks>
    CommentEdits = 32 | Comments,

    /// <summary>Who likes comments. One request for each comment and reply, beyond those of <see cref="Comments"/>.</summary>
    /// <remarks>Includes <see cref="Comments"/>, so do not remove it with <c>&amp; ~</c>: combine the sources that you want.</remarks>
    CommentLikes = 64 | Comments,

    /// <summary>
    /// How often and by how many people it was viewed, in all or since <see cref="ActivityOptions.Since"/>, up to now whatever
    /// <see cref="ActivityOptions.Until"/> says. Two requests, one where nobody viewed it; none when users are asked for, because the API tells neither names nor times. Needs the right to see analytics; scope <c>read:analytics.content:confluence</c>.
    /// </summary>
    Views = 128,

    /// <summary>Everything that there is.</summary>
    All = Default | CommentEdits | CommentLikes | Views,
}
