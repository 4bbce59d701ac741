using Confluence.Generated.V2.ReadModifyWrite;

namespace Confluence.Generated.V2.Models;

/// <content>Taking the body from a blog post that was read.</content>
public sealed partial class BlogPostBodyWrite
{
    /// <summary>Takes the body of a blog post that was read, an earlier version for example, to write it into the same blog post or another.</summary>
    /// <param name="blogPost">The blog post, with its body as <c>storage</c>, which is preferred, or <c>atlas_doc_format</c>.</param>
    /// <returns>The body, in the form in which it came.</returns>
    /// <exception cref="ArgumentException">The blog post was read without its body, or with one in a form that cannot be written.</exception>
    public static BlogPostBodyWrite From(BlogPostDetails blogPost) => Make(WritableBody.Of(new RequestSource("blog post", blogPost, nameof(blogPost), blogPost?.IdOrNull), blogPost.Body));

    /// <inheritdoc cref="From(BlogPostDetails)"/>
    public static BlogPostBodyWrite From(BlogPost blogPost) => Make(WritableBody.Of(new RequestSource("blog post", blogPost, nameof(blogPost), blogPost?.IdOrNull), blogPost.Body));

    private static BlogPostBodyWrite Make(WritableBody body)
    {
        BlogPostBodyWrite made = new() { Representation = new BodyWriteRepresentation(body.Representation) };
        made._valueText = body.Value;
        return made;
    }
}
