using System.Net.Http.Headers;
using Confluence.Generated.Json;

namespace Confluence.Generated.Requests;

/// <summary>The body of a request. It creates new content for each attempt, because sending disposes content.</summary>
internal abstract class RequestBody
{
    /// <summary>Whether <see cref="CreateContent"/> returns the same bytes each time it is called.</summary>
    public abstract bool IsReplayable { get; }

    /// <summary>Whether the body may be large, so that only the total time limit applies to an attempt.</summary>
    public abstract bool IsUpload { get; }

    // Writes immediately: a value that JSON cannot express is the caller's mistake and must not look like a failed request.
    public static RequestBody Json<T>(T value, JsonItemWriter<T> write) => new JsonBody(JsonOutput.Utf8(value, write));

    public static RequestBody Multipart(MultipartForm form) => new MultipartBody(form);

    public abstract HttpContent CreateContent();

    private sealed class JsonBody(byte[] bytes) : RequestBody
    {
        public override bool IsReplayable => true;

        public override bool IsUpload => false;

        public override HttpContent CreateContent() =>
            new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
    }

    private sealed class MultipartBody(MultipartForm form) : RequestBody
    {
        public override bool IsReplayable => form.IsReplayable;

        public override bool IsUpload => true;

        public override HttpContent CreateContent() => form.CreateContent();
    }
}
