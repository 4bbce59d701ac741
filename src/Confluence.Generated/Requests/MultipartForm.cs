using System.Globalization;
using System.Net.Http.Headers;
using System.Text;

namespace Confluence.Generated.Requests;

/// <summary>The parts of a <c>multipart/form-data</c> body, in the order in which they are added.</summary>
internal sealed class MultipartForm
{
    // Files and texts.
    private readonly List<(string Name, object Value)> _parts = [];

    public bool IsReplayable => _parts.TrueForAll(static part => part.Value is not FileUpload file || file.IsReplayable);

    public MultipartForm File(string name, FileUpload value)
    {
        ArgumentNullException.ThrowIfNull(value, name);
        _parts.Add((name, value));
        return this;
    }

    public MultipartForm Text(string name, string? value)
    {
        if (value is not null)
        {
            _parts.Add((name, value));
        }

        return this;
    }

    public MultipartForm Text(string name, bool? value) => Text(name, value is { } flag ? (flag ? "true" : "false") : null);

    public MultipartForm Text(string name, int? value) => Text(name, value?.ToString(CultureInfo.InvariantCulture));

    public MultipartFormDataContent CreateContent()
    {
        string boundary = "confluence-" + Guid.NewGuid().ToString("N");
        MultipartFormDataContent content = new(boundary)
        {
            // File names are sent as plain UTF-8, as by browsers; the default would replace characters outside Latin-1.
            HeaderEncodingSelector = static (_, _) => Encoding.UTF8,
        };
        content.Headers.ContentType = new MediaTypeHeaderValue("multipart/form-data") { Parameters = { new NameValueHeaderValue("boundary", boundary) } };

        foreach ((string name, object value) in _parts)
        {
            FileUpload? file = value as FileUpload;
            HttpContent part = file?.CreateContent() ?? CreateText((string)value);
            string disposition = $"form-data; name=\"{Quote(name)}\"" + (file is null ? string.Empty : $"; filename=\"{Quote(file.FileName)}\"");
            part.Headers.TryAddWithoutValidation("Content-Disposition", disposition);
            content.Add(part);
        }

        return content;
    }

    private static ByteArrayContent CreateText(string text)
    {
        // Without a charset Confluence reads text parts as ISO-8859-1.
        ByteArrayContent part = new(Encoding.UTF8.GetBytes(text));
        part.Headers.ContentType = new MediaTypeHeaderValue("text/plain", "UTF-8");
        return part;
    }

    private static string Quote(string value) => value.Replace("\"", "%22", StringComparison.Ordinal);
}
