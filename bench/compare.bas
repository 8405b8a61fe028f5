' Opens the new file, compares it with the old one, and stores it with the changes tracked.

Sub Main(origin As String, revised As String, target As String)
  On Error GoTo Failed
  Dim props(0) As New com.sun.star.beans.PropertyValue
  props(0).Name = "Hidden"
  props(0).Value = True
  doc = StarDesktop.loadComponentFromURL(revised, "_blank", 0, props())
  Dim against(1) As New com.sun.star.beans.PropertyValue
  against(0).Name = "URL"
  against(0).Value = origin
  against(1).Name = "NoAcceptDialog"
  against(1).Value = True
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  dispatcher.executeDispatch(doc.CurrentController.Frame, ".uno:CompareDocuments", "", 0, against())
  Dim filter(0) As New com.sun.star.beans.PropertyValue
  filter(0).Name = "FilterName"
  filter(0).Value = "MS Word 2007 XML"
  doc.storeToURL(target, filter())
  doc.close(True)
Failed:
  StarDesktop.terminate()
End Sub
