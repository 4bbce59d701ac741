using Confluence.Generated.Transport;
using Confluence.Generated.V1;
using Confluence.Generated.V2;

namespace Confluence.Generated.Retrieval.Site;

/// <summary>
/// What retrievals need of a <see cref="ConfluenceClient"/>, which leads to them and which they therefore do not know. Its groups come from the client's virtual
/// members, so that a mock of one is used here too.
/// </summary>
internal interface ISiteClient
{
    AttachmentsClient Attachments { get; }

    BlogPostsClient BlogPosts { get; }

    CommentsClient Comments { get; }

    ContentPropertiesClient ContentProperties { get; }

    LabelsClient Labels { get; }

    LikesClient Likes { get; }

    PagesClient Pages { get; }

    SpacesClient Spaces { get; }

    TasksClient Tasks { get; }

    UsersClient Users { get; }

    VersionsClient Versions { get; }

    ConfluenceV1Client V1 { get; }

    /// <summary>The connection; one without any in a mock.</summary>
    ConfluenceTransport Transport { get; }

    /// <summary>The address of the site for people; null behind the gateway, and of a mock.</summary>
    Uri? WebBase { get; }

    /// <summary>What tells a failure of one thing from the loss of the site; one for all walks of the client.</summary>
    SiteWatch Watch { get; }
}
